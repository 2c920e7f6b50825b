import organisationsFile from '../../seeds/organisations.json' with { type: 'json' }
import { wilson } from '../../shared/domain/figures/statistics.ts'
import type { OrganisationFigures } from '../../shared/domain/figures/summary.ts'
import { referralIdFrom } from '../../shared/domain/referral-id.ts'

const reference = (start: number, organisation: number, index: number): string =>
  referralIdFrom(
    Uint8Array.from(
      { length: 8 },
      (_, byte) => (start * (byte + 3) + organisation * 31 * (byte + 1) + index * 17 * (byte + 5)) % 256,
    ),
  )

const figuresOf =
  (start: number) =>
  ({ code, name }: { code: string; name: string }, index: number): OrganisationFigures => {
    const made = 2 + ((index * 7 + start) % 13) + (code === 'metropolitan' ? 41 : 0)
    const outstanding = Math.floor((made * ((index * 5 + start) % 6)) / 12)
    const notYetDue = made > 8 ? 1 : 0
    const returned = made - outstanding - notYetDue
    const returnedLate = Math.floor((returned * (index % 4)) / 8)
    const outstandingReferrals = Array.from({ length: outstanding }, (_, nth) => ({
      id: reference(start, index, nth),
      daysOverdue: 236 - ((index * 37) % 90) - nth * 19,
    })).map(({ id, daysOverdue }) => ({ id, daysOverdue: Math.max(daysOverdue, 1) }))
    return {
      code,
      name,
      referralsMade: made,
      returnedOnTime: returned - returnedLate,
      returnedLate,
      outstanding,
      notYetDue,
      responseRate: wilson(returned, returned + outstanding),
      oldestOutstandingDays: outstandingReferrals[0]?.daysOverdue ?? null,
      outstandingReferrals,
    }
  }

/** The response of 47 of the organisations in the reference data, made up by arithmetic that stays the same. */
export const organisationsOf = (start: number): readonly OrganisationFigures[] =>
  organisationsFile.organisations.filter((_, index) => index % 10 !== 9).map(figuresOf(start))
