import * as z from 'zod'
import { resourcesOf, type ResourceType, type TemplateDocument } from './document.ts'
import { aliasArn, functionArn } from './references.ts'
import type { Resolve } from './resolver.ts'
import { unsupported } from './unsupported.ts'

const Version: ResourceType<{ FunctionName: string }> = {
  type: 'AWS::Lambda::Version',
  shape: z.strictObject({ FunctionName: z.string() }),
  without: ['Description', 'CodeSha256'],
}

const AliasProperties = z.strictObject({
  FunctionName: z.string(),
  FunctionVersion: z.string(),
  Name: z.string(),
})
const aliasType: ResourceType<z.infer<typeof AliasProperties>> = {
  type: 'AWS::Lambda::Alias',
  shape: AliasProperties,
  without: ['Description'],
}

export type Alias = { readonly name: string; readonly arn: string; readonly functionArn: string }

/**
 * The aliases of the functions, one at most for each. Here there is one version of a function, that of the template:
 * an alias that leads to any other, or to two at once, is refused.
 */
export const readAliases = (template: TemplateDocument, resolve: Resolve): readonly Alias[] => {
  const versions = new Set(
    [...resourcesOf(template, Version, resolve)].map(([id, { FunctionName }]) => `${FunctionName}:${id}`),
  )
  const aliases = [...resourcesOf(template, aliasType, resolve)].map(([id, alias]) => {
    const { FunctionName, FunctionVersion, Name } = alias
    const known = versions.has(`${FunctionName}:${FunctionVersion}`)
    if (!known) throw unsupported(`${aliasType.type} ${id}`, `the version ${FunctionVersion}`)
    return { name: Name, arn: aliasArn(FunctionName, Name), functionArn: functionArn(FunctionName) }
  })
  const second = aliases.find(
    (one, place) => aliases.findIndex((other) => other.functionArn === one.functionArn) !== place,
  )
  if (second) throw unsupported(aliasType.type, `a second alias of ${second.functionArn}`)
  return aliases
}
