import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from 'recheck'
import ts from 'typescript'
import { describe, expect, test, vi } from 'vitest'
import { root } from '../../../infra/local/settings.ts'
import { isLong } from '../support/trial.ts'

/** Every regular expression that a request can reach, held against a checker of those that blow up. */

const isInQuestion = (file: string): boolean => file.endsWith('.ts') || file.endsWith('.js')

const filesIn = (folder: string): string[] =>
  globSync(`${folder}/**/*`, { cwd: root }).filter(isInQuestion).toSorted()

type Found = { readonly file: string; readonly source: string; readonly flags: string }

const treeOf = (file: string) =>
  ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true)

const nodesIn = (node: ts.Node): ts.Node[] => {
  const inside: ts.Node[] = []
  ts.forEachChild(node, (child) => {
    inside.push(...nodesIn(child))
  })
  return [node, ...inside]
}

const literalsIn = (file: string, nodes: readonly ts.Node[]): Found[] =>
  nodes.filter(ts.isRegularExpressionLiteral).map(({ text }) => {
    const end = text.lastIndexOf('/')
    return { file, source: text.slice(1, end), flags: text.slice(end + 1) }
  })

const buildsSome = (nodes: readonly ts.Node[]): boolean =>
  nodes.some((node) => ts.isNewExpression(node) && node.expression.getText() === 'RegExp')

/** What a file builds as it is loaded, seen by standing in for what it builds with. */
const builtBy = async (file: string): Promise<Found[]> => {
  const found: Found[] = []
  const OwnRegExp = RegExp
  const watched = new Proxy(OwnRegExp, {
    construct: (_, [source, flags = '']: [string, string?]) => {
      found.push({ file, source, flags })
      return new OwnRegExp(source, flags)
    },
  })
  vi.resetModules()
  vi.stubGlobal('RegExp', watched)
  await import(join(root, file))
  vi.unstubAllGlobals()
  return found
}

const files = [...filesIn('functions'), ...filesIn('shared')].map((file) => {
  const nodes = nodesIn(treeOf(file))
  return { file, literals: literalsIn(file, nodes), builds: buildsSome(nodes) }
})

describe('the regular expressions', () => {
  test('that are written out take no longer than their text grows', async () => {
    const literals = files.flatMap((each) => each.literals)
    expect(literals.length).toBeGreaterThan(80)
    expect(await unsafeAmong(literals)).toEqual([])
  })

  test.each(files.filter(({ builds }) => builds))(
    'that $file builds take no longer than their text grows',
    async ({ file }) => {
      const built = await builtBy(file)
      expect(built.length).toBeGreaterThan(0)
      expect(await unsafeAmong(built)).toEqual([])
    },
  )
})

/** Without `*`, `+` or `{n,}`, as far as they are not in brackets or escaped. */
const isBounded = (source: string): boolean =>
  !/[*+]|\{\d+,\}/.test(source.replaceAll(/\\./gs, '').replaceAll(/\[[^\]]*\]/g, ''))

/** How long the checker looks for an attack. */
const timeout = isLong ? 60_000 : 2_000

/**
 * What the checker finds unsafe. Where every repetition has an end, a text of twice the length takes at most twice as
 * long, whatever the degree of the polynomial before that end: only the exponential is then a danger.
 */
const unsafeAmong = async (expressions: readonly Found[]) => {
  const checked = await Promise.all(
    expressions.map(async ({ file, source, flags }) => {
      const found = await check(source, flags, { timeout })
      const said = found.status === 'vulnerable' ? found.complexity.type : found.status
      const isSafe = said === 'safe' || (isBounded(source) && said !== 'exponential')
      return { file, expression: `/${source}/${flags}`, isSafe, said }
    }),
  )
  return checked.filter(({ isSafe }) => !isSafe)
}
