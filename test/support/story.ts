import * as z from 'zod'
import type { Step } from '../../shared/contracts/openapi/story/step.ts'
import { routes } from '../../shared/contracts/routes.ts'
import type { Service } from './service.ts'

/** A step as it was sent, and what it was answered with. */
export type Played = {
  readonly step: Step
  readonly status: number
  readonly headers: Headers
  /** The body as it came. */
  readonly body: unknown
  /** The same in the references and times that the story has. */
  readonly told: unknown
}

const object = z.record(z.string(), z.unknown())
const page = z.object({ next: z.string() })
/** What is made by chance: references of referrals and ids of requests. */
const made = /R-[0-9A-Z]{4}-[0-9A-Z]{4}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

type Names = Map<string, string>

/** What is true in place of the story's names, and the times at which it happens, in order. */
export type Learnt = { readonly names: Names; readonly moments: string[] }

export const nothingLearnt = (): Learnt => ({ names: new Map(), moments: [] })

const learnFrom = (names: Names, written: unknown, actual: unknown): void => {
  if (typeof written === 'string' && typeof actual === 'string') {
    const ours = written.match(made) ?? []
    const theirs = actual.match(made) ?? []
    if (ours.length === theirs.length) ours.forEach((name, place) => names.set(name, theirs[place] ?? name))
  }
  const nexts = [page.safeParse(written).data?.next, page.safeParse(actual).data?.next]
  const [ours, theirs] = nexts
  if (ours !== undefined && theirs !== undefined) names.set(ours, theirs)
  const [inside, outside] = [object.safeParse(written).data, object.safeParse(actual).data]
  if (inside && outside) Object.keys(inside).forEach((key) => learnFrom(names, inside[key], outside[key]))
  if (Array.isArray(written) && Array.isArray(actual) && written.length === actual.length)
    written.forEach((each, place) => learnFrom(names, each, actual[place]))
}

const replaced = (text: string, pairs: readonly (readonly [string, string])[]): string =>
  pairs
    .toSorted(([one], [other]) => other.length - one.length)
    .reduce((sofar, [from, to]) => sofar.replaceAll(from, to), text)

const asTrue = (names: Names, text: string): string => replaced(text, [...names])

const fewMinutes = 4 * 60_000

/** A moment shortly after a step of the story is that step's. */
const storyTime = (moments: readonly string[], instant: string): string =>
  moments.findLast((at) => at <= instant && Date.parse(instant) - Date.parse(at) < fewMinutes) ?? instant

const asWritten = (names: Names, moments: readonly string[], text: string): string =>
  replaced(
    text,
    [...names].map(([name, found]) => [found, name] as const),
  )
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, (instant) => storyTime(moments, instant))
    .replaceAll(/(england-and-wales|scotland|northern-ireland) [0-9a-f]{8}/g, '$1 5b1c8e02')
    .replaceAll(/policy [\w-]+\)/g, 'policy 2026-11-21)')

const isText = (body: unknown): body is string => typeof body === 'string'

/** The address and the rest of a step's request, with what is true in place of the story's names. */
const requestOf = (
  { route, path = {}, query, headers, body }: Step,
  names: Names,
  token: string | undefined,
) => {
  const { method, path: template } = routes[route]
  const address = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => asTrue(names, path[name] ?? ''))
  const asked = Object.entries(query ?? {}).map(([name, value]): [string, string] => [
    name,
    asTrue(names, value),
  ])
  const type = isText(body) ? 'text/csv' : 'application/json'
  return {
    address: query ? `${address}?${new URLSearchParams(asked).toString()}` : address,
    request: {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': type }),
        ...headers,
      },
      ...(body !== undefined && { body: asTrue(names, isText(body) ? body : JSON.stringify(body)) }),
    },
  }
}

const bodyOf = async (response: Response): Promise<unknown> => {
  const text = await response.text()
  return response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text
}

/**
 * Sends a story to a service, each step at its time and once all is quiet, and tells what came of each. What an
 * earlier part of it learnt is gone on from.
 */
export const play = async (
  service: Service,
  story: readonly Step[],
  { names, moments }: Learnt = nothingLearnt(),
): Promise<readonly Played[]> => {
  const tokens = new Map<string, string>()
  moments.push(...new Set(story.map(({ at }) => at)))
  const played: Played[] = []
  let now = ''
  for (const step of story) {
    if (step.at !== now) await service.call('POST', '/local/clock', { now: step.at })
    now = step.at
    await service.call('POST', '/local/drain')
    if (step.as !== 'nobody' && !tokens.has(step.as)) tokens.set(step.as, await service.token(step.as))
    const { address, request } = requestOf(step, names, tokens.get(step.as))
    const response = await fetch(`${service.url}${address}`, request)
    const body = await bodyOf(response)
    learnFrom(names, step.answer, body)
    const told: unknown = JSON.parse(asWritten(names, moments, JSON.stringify(body)))
    played.push({ step, status: response.status, headers: response.headers, body, told })
  }
  return played
}

/** Whether what the story says is there: all of it, but of a list perhaps only some, in its order. */
export const isExcerpt = (written: unknown, told: unknown): boolean => {
  if (Array.isArray(written) && Array.isArray(told)) {
    let from = 0
    return written.every((each) => {
      const place = told.findIndex((other, index) => index >= from && isExcerpt(each, other))
      from = place + 1
      return place >= 0
    })
  }
  const [inside, outside] = [object.safeParse(written).data, object.safeParse(told).data]
  if (!inside || !outside) return Object.is(written, told)
  return Object.keys(inside).every((key) => isExcerpt(inside[key], outside[key]))
}
