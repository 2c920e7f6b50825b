import * as z from 'zod'
import { roles } from '../domain/principal.ts'
import { storedAs } from './stored.ts'
import { localDate } from './values.ts'

/** That an account was used, as it is kept: whose, what it may be, and the last day in London. No name, no address. */
const signIn = z.object({
  principal: z.string().min(1),
  kind: z.enum(['person', 'system']),
  role: z.enum(roles),
  organisation: z.string().optional(),
  lastOn: localDate,
})
/** The same as an item of its table. */
export const signInItem = storedAs('signIn', signIn)
export type SignIn = z.infer<typeof signIn>
