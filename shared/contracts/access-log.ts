import * as z from 'zod'
import { isInstant } from '../domain/dates.ts'
import { roles } from '../domain/principal.ts'
import { processings } from './processing.ts'
import { storedAs } from './stored.ts'
import { instant, localDate, referralId } from './values.ts'

/** One request, as the access log keeps it: who, when, what, and which referrals it showed or changed. */
export const accessEntry = z.strictObject({
  at: instant,
  requestId: z.string().min(1),
  principal: z.strictObject({
    id: z.string(),
    name: z.string(),
    role: z.enum([...roles, 'unknown']),
    organisation: z.string().optional(),
    /** The system that walks through the service to see whether it works. */
    isCanary: z.literal(true).optional(),
  }),
  /** The route, by its name in the table of routes, and the path that was asked for. */
  route: z.string(),
  path: z.string(),
  processing: z.enum(processings),
  /** The status answered: 403 and 404 tell of what somebody was not shown. */
  status: z.int(),
  referrals: z.array(referralId),
})
export type AccessEntry = z.infer<typeof accessEntry>

/** An item of the access log: an entry under one of the referrals it is about. */
export const accessItem = storedAs('access', z.object({ entry: z.string(), logged: accessEntry }))

const between = {
  from: localDate.optional(),
  to: localDate.optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'Must be a whole number.')
    .transform(Number)
    .pipe(z.int().min(1, 'Must be 1 to 100.').max(100, 'Must be 1 to 100.'))
    .default(50),
  cursor: z
    .string()
    .max(100)
    .refine(
      (place) => isInstant(place.split('#')[0] ?? ''),
      'Must be the "next" of the page before, unchanged.',
    )
    .optional(),
}

/** The query of `GET /v1/access-log`: of one referral, of one person, or of the days from one to another. */
export const accessLogQuery = z
  .strictObject({
    referral: referralId.optional(),
    principal: z.string().min(1).max(200).optional(),
    canary: z.enum(['shown', 'left_out'], 'Must be shown or left_out.').optional(),
    ...between,
  })
  .refine(({ referral, principal }) => referral === undefined || principal === undefined, {
    path: ['principal'],
    message: 'Ask by referral or by principal, not by both.',
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    message: 'Must not be before from.',
  })
export type AccessLogQuery = z.infer<typeof accessLogQuery>
