import Negotiator from 'negotiator'
import { problem, type Problem } from '../contracts/problem.ts'
import { ok, refused, type Result } from '../domain/result.ts'

/** The media type that a caller would rather have of those there are; the first when it doesn't say. */
export const preferred = <Type extends string>(
  accept: string | undefined,
  ...types: readonly [Type, ...Type[]]
): Result<Type, Problem> => {
  const headers = accept === undefined ? {} : { accept }
  const chosen = new Negotiator({ headers }).mediaType([...types])
  const type = types.find((each) => each === chosen)
  return type === undefined
    ? refused(problem(406, `This is to be had as ${types.join(' or ')}: ask for one of them in Accept.`))
    : ok(type)
}
