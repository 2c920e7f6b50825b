import * as z from 'zod'
import { parseTemplate, type TemplateDocument } from '../../../infra/local/template/document.ts'
import { referenceTo } from '../../../infra/local/template/references.ts'
import { type Resolve, resolverOf } from '../../../infra/local/template/resolver.ts'
import type { Permission } from './compare.ts'

const oneOrMore = z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])])
const Policy = z.object({
  Roles: z.array(z.object({ Ref: z.string() })),
  PolicyDocument: z.object({
    Statement: z.array(z.object({ Action: oneOrMore, Resource: oneOrMore })),
  }),
})
const Lambda = z.object({ Role: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }) })

/**
 * What the policies of a template, given as text, allow each function in the services named, by the names that the
 * local runner knows functions and resources by.
 */
export const allowedBy = (template: string, services: readonly string[]): readonly Permission[] => {
  const document = parseTemplate(template)
  const resolve = resolverFor(document)
  const policies = propertiesOf(document, 'AWS::IAM::Policy', Policy)
  return [...propertiesOf(document, 'AWS::Lambda::Function', Lambda)].flatMap(([id, { Role }]) => {
    const role = Role['Fn::GetAtt'][0]
    const statements = [...policies.values()]
      .filter(({ Roles }) => Roles.some(({ Ref }) => Ref === role))
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    const functionName = z.string().parse(resolve({ Ref: id }))
    return statements.flatMap(({ Action, Resource }) =>
      z
        .array(z.string())
        .parse(Action)
        .filter((action) => services.includes(action.split(':')[0] ?? ''))
        .flatMap((action) =>
          Resource.map((on) => ({ functionName, action, resource: z.string().parse(resolve(on)) })),
        ),
    )
  })
}

const propertiesOf = <Shape>({ Resources }: TemplateDocument, type: string, shape: z.ZodType<Shape>) =>
  new Map(
    Object.entries(Resources)
      .filter(([, { Type }]) => Type === type)
      .map(([id, { Properties }]) => [id, shape.parse(Properties)]),
  )

const resolverFor = (document: TemplateDocument): Resolve => {
  const resolve: Resolve = resolverOf(document, (id) => {
    const resource = document.Resources[id]
    if (!resource) throw new Error(`The template has no ${id}`)
    return referenceTo(id, resource, { queuesUrl: 'https://sqs.local' }, resolve)
  })
  return resolve
}
