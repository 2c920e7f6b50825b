import * as z from 'zod'
import { overdueBands } from '../domain/referral/overdue.ts'
import { referralStatuses } from '../domain/referral/referral.ts'
import { localDate } from './values.ts'

const place = z.tuple([z.enum(['open', 'closed']), z.string().regex(/^[0-9A-Z#-]{1,30}$/)])

/** A place in a list as clients carry it: opaque, so that nobody builds on what it is made of. */
export const cursorAt = ({ list, after }: { list: 'open' | 'closed'; after: string }): string =>
  Buffer.from(JSON.stringify([list, after])).toString('base64url')

const decoded = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

const cursor = z
  .string()
  .max(100)
  .transform((text, context) => {
    const found = place.safeParse(decoded(text))
    if (found.success) return { list: found.data[0], after: found.data[1] }
    context.addIssue('Must be the "next" of the page before, unchanged.')
    return z.NEVER
  })

const wholeNumber = z
  .string()
  .regex(/^\d{1,4}$/, 'Must be a whole number.')
  .transform(Number)

const limit = wholeNumber.pipe(z.int().min(1, 'Must be 1 to 100.').max(100, 'Must be 1 to 100.')).default(25)

/** The query of `GET /v1/reviews`. */
export const reviewsQuery = z.strictObject({ limit })

/** The query of `GET /v1/referrals`. */
export const referralPageQuery = z
  .strictObject({
    organisation: z.string().max(60).optional(),
    status: z.enum(referralStatuses).optional(),
    overdue: z.enum(overdueBands).optional(),
    referredFrom: localDate.optional(),
    referredTo: localDate.optional(),
    limit,
    cursor: cursor.optional(),
  })
  .transform(({ cursor: from, ...query }) => ({ ...query, place: from }))
