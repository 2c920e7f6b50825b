import { expect } from 'vitest'
import * as z from 'zod'
import type { Verdict } from './judge.ts'
import { namesKeptFrom, type Person } from './people.ts'
import { isShownTo } from './reckoning.ts'
import type { Reply } from './service.ts'
import { receiptOf, seenBy } from './views.ts'
import type { Cards } from './world.ts'

const problem = z.object({
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string() })).optional(),
})

/** What nobody but the UKFIU may find in any answer, header or refusal, whatever they asked. */
const keptFrom = (person: Person, cards: Cards): readonly string[] => [
  ...new Set(cards.map(({ registration }) => registration.sarReference)),
  ...cards.filter((card) => !isShownTo(person, card)).map(({ id }) => id),
  ...(person.role === 'force' ? namesKeptFrom(person) : []),
]

/** Nothing of a referral that is not theirs, of a SAR, or of another organisation is in an answer. */
export const expectNoLeak = ({ sent: { by }, text }: Reply, cards: Cards): void => {
  if (by.role === 'ukfiu') return
  // As a whole word: the letters of a short code are in many others.
  const found = keptFrom(by, cards).filter((secret) => new RegExp(`\\b${secret}\\b`, 'i').test(text))
  expect(found.map((secret) => `${by.id} finds ${secret} in ${text}`)).toEqual([])
}

/** An answer has a status; when it has another, all of it is shown. */
export const expectStatus = ({ status, text }: Reply, expected: number): void => {
  expect(`${status} ${text}`).toMatch(new RegExp(`^${expected} `))
}

/** A refusal, in words and shape; of what somebody may not see it says the same as of what is not there. */
export const expectRefusal = ({ status, headers, body }: Reply, fields: readonly string[] = []): void => {
  expect(headers).toMatchObject({ 'content-type': 'application/problem+json' })
  expect(body).toMatchObject({ status })
  const { errors = [] } = problem.parse(body)
  expect(errors.map(({ pointer }) => pointer).toSorted()).toEqual(fields.toSorted())
  if (status === 404)
    expect(body).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: 'There is nothing here that you can see. Check the reference.',
    })
}

/**
 * The answer to a request is what the model says, to the letter; only who else has the SAR may have been looked up
 * a little `later`, when something else was asked at the same moment.
 */
export const expectAnswer = (reply: Reply, verdict: Verdict, later: Cards, day: string): void => {
  const { cards } = verdict
  expectStatus(reply, verdict.status)
  if (!('shows' in verdict)) return expectRefusal(reply, verdict.fields)
  const card = cards[verdict.shows]
  if (!card) throw new Error('The model shows a card that it does not have')
  const receipt = verdict.receipt === undefined ? {} : { receipt: receiptOf(card, verdict.receipt) }
  const answerAt = (then: Cards) => ({ ...seenBy(reply.sent.by, then, card, day), ...receipt })
  if (later.length === cards.length) expect(reply.body).toEqual(answerAt(cards))
  else expect([answerAt(cards), answerAt(later)]).toContainEqual(reply.body)
  expect(reply.headers).toMatchObject({ etag: `"${card.history.length}"` })
  if (verdict.status === 201) expect(reply.headers).toMatchObject({ location: `/v1/referrals/${card.id}` })
}
