import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { evolve } from '../domain/referral/evolve.ts'
import type { RedirectionDecided } from '../domain/referral/redirect.ts'
import type { Referral } from '../domain/referral/referral.ts'
import type { Rules } from '../domain/rules.ts'
import { appendWrite } from './append-event.ts'
import type { ReferralsTable, SarRegisterTable } from './client.ts'
import { registrationWrites, takenIn, type Taken } from './register-referral.ts'

/** How a redirection ended; `moved_on` when the referral was changed meanwhile: read it and decide again. */
export type RedirectionStored =
  | { readonly stored: true; readonly referral: Referral }
  | ({ readonly stored: false } & (Taken | { readonly taken: 'moved_on' }))

/** A referral that moved on is decided on again first: what else was in the way may be what it was moved by. */
const failedIn = ({ CancellationReasons = [] }: TransactionCanceledException) =>
  CancellationReasons[2]?.Code === 'ConditionalCheckFailed'
    ? { taken: 'moved_on' as const }
    : takenIn(CancellationReasons)

/** Closes one referral and opens the one it is redirected into: all of it, or nothing. */
export const redirectReferral =
  (tables: ReferralsTable & SarRegisterTable) =>
  async (
    before: Referral,
    { closed, opened }: RedirectionDecided,
    rules: Rules,
    newRules: Rules,
  ): Promise<RedirectionStored> => {
    const after = evolve(before, closed)
    const writes = [
      ...registrationWrites(tables, opened, newRules),
      { Update: appendWrite(tables, before, after, closed, rules) },
    ]
    try {
      await tables.client.send(new TransactWriteCommand({ TransactItems: writes }))
      return { stored: true, referral: after }
    } catch (fault) {
      const failed = fault instanceof TransactionCanceledException && failedIn(fault)
      if (failed) return { stored: false, ...failed }
      throw fault
    }
  }
