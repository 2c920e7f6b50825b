import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { functionNames } from '../../../infra/bundle.ts'
import { featureFlags } from '../../../infra/feature-flags.ts'
import { SarOutcomes } from '../../../infra/stack.ts'

/** Stand-ins for the bundles: nothing of the template but the names of the assets depends on what is in them. */
const standInBundles = () => {
  const folder = mkdtempSync(join(tmpdir(), 'template-'))
  process.once('exit', () => rmSync(folder, { recursive: true }))
  functionNames.forEach((name) => {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'index.mjs'), `export const handler = () => '${name}'\n`)
  })
  return folder
}

const bundles = standInBundles()

type StackOptions = { readonly context?: Record<string, unknown>; readonly validated?: boolean }

/** The stack, in an app of its own. `validated`: CDK holds the template against CloudFormation's schemas and rules. */
export const stackWith = ({ context = {}, validated = false }: StackOptions = {}) => {
  const app = new App({
    outdir: mkdtempSync(join(bundles, 'out-')),
    context: { ...featureFlags, ...context },
    analyticsReporting: false,
    builtinCloudFormationValidation: validated,
  })
  return { app, stack: new SarOutcomes(app, 'SarOutcomes', { bundles }) }
}

const Document = z.looseObject({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.unknown(),
      DeletionPolicy: z.string().optional(),
      UpdatePolicy: z.unknown().optional(),
    }),
  ),
})

export const template = Document.parse(Template.fromStack(stackWith().stack).toJSON())

/** The properties of every resource of a type that the template has, in the shape that the test looks at. */
export const resourcesOf = <Shape>(type: string, shape: z.ZodType<Shape>): ReadonlyMap<string, Shape> =>
  new Map(
    Object.entries(template.Resources)
      .filter(([, { Type }]) => Type === type)
      .map(([id, { Properties }]) => [id, shape.parse(Properties)]),
  )

/** A reference as people read it: `Table.Arn`, `Table.Arn/index/due`, `AWS::Region`. */
export const readable = (value: unknown): string => {
  if (typeof value === 'string') return value
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': joined } = Reference.parse(value)
  return Ref ?? attribute?.join('.') ?? joined?.[1].map(readable).join(joined[0]) ?? JSON.stringify(value)
}

const Reference = z.object({
  Ref: z.string().optional(),
  'Fn::GetAtt': z.array(z.string()).optional(),
  'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]).optional(),
})

/** A list that CloudFormation lets one write as a single value. */
export const oneOrMore = <Shape>(shape: z.ZodType<Shape>) =>
  z.union([z.array(shape), shape.transform((one) => [one])])
