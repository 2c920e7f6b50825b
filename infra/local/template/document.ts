import * as z from 'zod'
import { StartRefused } from '../start-refused.ts'
import { unsupported } from './unsupported.ts'

const Resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Condition: z.string().optional(),
})
export type Resource = z.infer<typeof Resource>

const TemplateDocument = z.object({
  Parameters: z.record(z.string(), z.object({ Default: z.unknown() })).default({}),
  Resources: z.record(z.string(), Resource),
})
export type TemplateDocument = z.infer<typeof TemplateDocument>

/** Reads a CloudFormation template in JSON, values still unresolved. Refuses what isn't one. */
export const parseTemplate = (text: string): TemplateDocument => {
  const parsed = TemplateDocument.safeParse(JSON.parse(text))
  if (!parsed.success)
    throw new StartRefused(`Not a CloudFormation template: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}

/** A type of resource: the properties that matter here, and those known to make no difference on one machine. */
export type ResourceType<Shape> = {
  readonly type: string
  readonly shape: z.ZodType<Shape>
  readonly without: readonly string[]
}

/**
 * The resources of one type, by logical id. Refuses a resource that the shape doesn't admit: shapes are strict, so a
 * property nobody has thought about stops the start instead of being ignored.
 */
export const resourcesOf = <Shape>(
  { Resources }: TemplateDocument,
  type: ResourceType<Shape>,
  resolve: (value: unknown) => unknown,
): ReadonlyMap<string, Shape> =>
  new Map(
    Object.entries(Resources)
      .filter(([, resource]) => resource.Type === type.type)
      .map(([id, resource]) => [id, propertiesOf(id, resource, type, resolve)]),
  )

const propertiesOf = <Shape>(
  id: string,
  { Type, Properties, Condition }: Resource,
  { shape, without }: ResourceType<Shape>,
  resolve: (value: unknown) => unknown,
) => {
  const where = `${Type} ${id}`
  if (Condition !== undefined) throw unsupported(where, 'a Condition')
  const that = Object.entries(Properties).filter(([name]) => !without.includes(name))
  const parsed = shape.safeParse(resolve(Object.fromEntries(that)))
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => [...path.map(String), message].join(': '))
  throw unsupported(where, problems.join('; '))
}
