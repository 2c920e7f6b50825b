import type { Role } from '../../shared/domain/principal.ts'
import type { Page } from './page.ts'

/** A page with its name in the table, and what stands in the place of the `{name}`s of its path. */
export type Match<Found extends Pick<Page, 'method' | 'path' | 'allowed'> = Page> = {
  readonly name: string
  readonly page: Found
  readonly params: Readonly<Record<string, string>>
}

const segmentsOf = (path: string): readonly string[] => path.replace(/(.)\/$/, '$1').split('/')

const decoded = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

const paramsIn = (pattern: string, path: string): Readonly<Record<string, string>> | undefined => {
  const wanted = segmentsOf(pattern)
  const given = segmentsOf(path)
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [place, segment] of wanted.entries()) {
    const value = decoded(given[place] ?? '')
    const name = /^\{(\w+)\}$/.exec(segment)?.[1]
    if (value === undefined || (value === '') !== (segment === '')) return undefined
    if (name !== undefined) params[name] = value
    else if (segment !== value) return undefined
  }
  return params
}

/** A fixed part of a path fits better than a `{name}`. */
const namesIn = ({ page }: Match<Pick<Page, 'method' | 'path' | 'allowed'>>): number =>
  page.path.split('{').length

/**
 * The page at a path for somebody of a role. Where another role has one there, that is answered: so that who may see it
 * can be told from there being nothing.
 */
export const matchPage = <Found extends Pick<Page, 'method' | 'path' | 'allowed'>>(
  pages: Readonly<Record<string, Found>>,
  method: string,
  path: string,
  role: Role | undefined,
): Match<Found> | undefined => {
  const found = Object.entries(pages)
    .flatMap(([name, page]) => {
      const params = page.method === method ? paramsIn(page.path, path) : undefined
      return params ? [{ name, page, params }] : []
    })
    .toSorted((one, other) => namesIn(one) - namesIn(other))
  return found.find(({ page }) => role !== undefined && page.allowed.includes(role)) ?? found[0]
}
