import * as z from 'zod'
import { type FunctionName, functionNames } from '../../../infra/bundle.ts'
import { readable, resourcesOf } from './synthesized.ts'

const Lambda = z.object({
  Description: z.string(),
  Runtime: z.string(),
  Architectures: z.array(z.string()),
  Timeout: z.number(),
  MemorySize: z.number(),
  Role: z.unknown(),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
  LoggingConfig: z.object({ LogFormat: z.string(), LogGroup: z.unknown() }),
})

const all = resourcesOf('AWS::Lambda::Function', Lambda)

/** CDK's logical ids keep the letters of a construct's name. */
const ownerOf = (id: string) => {
  const owners = functionNames.filter((name) => id.includes(`${name.replaceAll('-', '')}Function`))
  const [owner, ...others] = owners
  if (!owner || others.length > 0)
    throw new Error(`${id} belongs to ${owners.join(' and ') || 'no function'}`)
  return owner
}

export type DeclaredFunction = z.infer<typeof Lambda> & {
  readonly id: string
  readonly role: string
  /** What its triggers call. */
  readonly live: string
}

const aliases = resourcesOf('AWS::Lambda::Alias', z.object({ FunctionName: z.unknown() }))
const aliasOf = (id: string) =>
  [...aliases].find(([, { FunctionName }]) => readable(FunctionName) === id)?.[0] ?? 'no alias'

/** The functions of the template, by the name of their folder. */
export const declared: ReadonlyMap<FunctionName, DeclaredFunction> = new Map(
  [...all].map(([id, lambda]) => [
    ownerOf(id),
    { ...lambda, id, live: aliasOf(id), role: readable(lambda.Role).split('.')[0] ?? '' },
  ]),
)

/** A function that the template must have. */
export const declaredFunction = (name: FunctionName): DeclaredFunction => {
  const found = declared.get(name)
  if (!found) throw new Error(`The template has no function ${name}`)
  return found
}
