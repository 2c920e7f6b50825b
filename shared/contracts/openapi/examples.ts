import type { PublishedRoute } from '../answers.ts'
import type { Part } from './schemas.ts'
import type { Step } from './story/step.ts'
import { reviewing } from './story/reviewing.ts'
import { story } from './story/story.ts'

/** The steps of the story that ask for a route. */
const stepsOf = (name: PublishedRoute): readonly Step[] =>
  [...story, ...reviewing].filter(({ route }) => route === name)

const isGood = ({ status }: Step): boolean => status < 400

/** Some of what steps hold as examples, each by the name of its step; the same thing twice is one example. */
const examples = (steps: readonly Step[], valueOf: (step: Step) => unknown): Part | undefined => {
  const seen = new Set<unknown>()
  const found = steps.flatMap((step) => {
    const value = valueOf(step)
    if (value === undefined || seen.has(value)) return []
    seen.add(value)
    return [[step.name, { summary: step.summary, value }] as const]
  })
  return found.length > 0 ? Object.fromEntries(found) : undefined
}

/** The bodies that the story sends to a route and that are taken. */
export const bodyExamples = (name: PublishedRoute): Part | undefined =>
  examples(stepsOf(name).filter(isGood), ({ body }) => body)

/** What the story is answered by a route with a status, in a media type. */
export const answerExamples = (name: PublishedRoute, status: number, type: string): Part | undefined =>
  examples(
    stepsOf(name).filter(
      (step) =>
        step.status === status &&
        (status >= 400 || (step.headers?.['Accept'] ?? 'application/json') === type),
    ),
    ({ answer }) => answer,
  )

/** The values that the story has for a parameter of a route, where the request is taken. */
export const parameterExamples = (
  name: PublishedRoute,
  place: 'path' | 'query' | 'headers',
  parameter: string,
  read: (text: string) => unknown,
): Part | undefined =>
  examples(stepsOf(name).filter(isGood), (step) => {
    const text = step[place]?.[parameter]
    return text === undefined ? undefined : read(text)
  })
