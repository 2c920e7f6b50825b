import * as z from 'zod'

const aPlace = /^\d{4}-\d{2}-\d{2}#R-[0-9A-Z]{4}-[0-9A-Z]{4}$/

/** A place in a list as clients carry it: opaque, so that nobody builds on what it is made of. */
export const cursorAt = (place: string): string => Buffer.from(place).toString('base64url')

const cursor = z
  .base64url()
  .max(100)
  .transform((text) => Buffer.from(text, 'base64url').toString('utf8'))
  .refine((text) => aPlace.test(text), 'Must be the "next" of the page before, unchanged.')

const wholeNumber = z
  .string()
  .regex(/^\d{1,4}$/, 'Must be a whole number.')
  .transform(Number)

/** The query of `GET /v1/referrals`: `after` is the place at which the page before ended, empty for the first. */
export const referralPageQuery = z
  .strictObject({
    organisation: z.string().optional(),
    limit: wholeNumber.pipe(z.int().min(1).max(100)).default(25),
    cursor: cursor.default(''),
  })
  .transform(({ cursor: after, ...query }) => ({ ...query, after }))
