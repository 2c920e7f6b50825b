import type { ApiRoute } from '../template/api.ts'

export type Match = {
  readonly route: ApiRoute
  readonly pathParameters: Readonly<Record<string, string>>
}

/** Finds the route for a method and a raw path. */
export type Router = (method: string, path: string) => Match | undefined

/**
 * Routes as API Gateway does: the resource whose path fits best (a fixed part before a parameter before `{proxy+}`),
 * then that resource's method. Path parameters are decoded.
 */
export const routerOf = (routes: readonly ApiRoute[]): Router => {
  const resources = [...Map.groupBy(routes, ({ path }) => path)]
    .map(([path, methods]) => ({ rank: rankOf(path), pattern: patternOf(path), methods }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
  return (method, path) => {
    const found = resources.find(({ pattern }) => pattern.test({ pathname: path }))
    const route =
      found?.methods.find((candidate) => candidate.method === method) ??
      found?.methods.find((candidate) => candidate.method === 'ANY')
    const groups = found?.pattern.exec({ pathname: path })?.pathname.groups
    const pathParameters = groups && decoded(groups)
    return route && pathParameters ? { route, pathParameters } : undefined
  }
}

const segmentsOf = (path: string) => path.split('/').slice(1)

/** Compares as text: lower is a better fit. */
const rankOf = (path: string) =>
  segmentsOf(path)
    .map((segment) => (segment.endsWith('+}') ? '2' : segment.startsWith('{') ? '1' : '0'))
    .join('')

const patternOf = (path: string) =>
  new URLPattern({
    pathname: segmentsOf(path)
      .map((segment) => `/${segmentPattern(segment)}`)
      .join(''),
  })

const segmentPattern = (segment: string) => {
  const [, name, greedy] = /^\{(\w+)(\+?)\}$/.exec(segment) ?? []
  if (name !== undefined) return greedy ? `:${name}(.+)` : `:${name}`
  return segment.replace(/[^\w-]/g, String.raw`\$&`)
}

/** `undefined` when a parameter isn't written the way addresses are: no resource goes by it. */
const decoded = (groups: Record<string, string | undefined>) => {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value = '']) => [name, decodeURIComponent(value)]),
    )
  } catch {
    return undefined
  }
}
