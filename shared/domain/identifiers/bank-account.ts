import type { AccountNumber } from './account-number.ts'
import { accountNumberAt, announcesAccount } from './account-number.ts'
import type { DigitGroup } from './digit-groups.ts'
import { digitGroups, endsWithReferenceLabel, textBefore } from './digit-groups.ts'
import { withoutDates } from './plain-text.ts'
import type { SortCode } from './sort-code.ts'
import { isSortCodeRunOn, sortCodeAt } from './sort-code.ts'

/** How far apart the two may stand, in characters, where the sort code is labelled, and where only its shape tells. */
const labelledReach = 120
const evidentReach = 60

/** How many groups of figures either side of a sort code are looked at: it bounds the work. */
const nearby = 32

const iban = /(?<![\p{L}\p{N}])GB[ -]?\d{2}[ -]?[A-Z]{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{2}(?!\d)/iu

const reach = (sortCode: SortCode, account: AccountNumber): number => {
  if (!account.evident && !account.labelled) return 0
  if (sortCode.labelled) return labelledReach
  return sortCode.evident ? evidentReach : 0
}

const touches = (plain: string, sortCode: SortCode, between: string): boolean =>
  (sortCode.unbroken ? /^[ -]$/ : /^[ ,;:/-]{1,3}$/).test(between) &&
  !endsWithReferenceLabel(textBefore(plain, sortCode.start))

const belongTogether = (plain: string, sortCode: SortCode, account: AccountNumber): boolean => {
  if (account.end <= sortCode.start) return sortCode.start - account.end <= reach(sortCode, account)
  if (account.start < sortCode.end) return false
  const between = plain.slice(sortCode.end, account.start)
  if (between.length <= reach(sortCode, account) || announcesAccount(between)) return true
  return (account.evident || sortCode.labelled || sortCode.evident) && touches(plain, sortCode, between)
}

const isInBankDetails = (
  plain: string,
  group: DigitGroup,
  index: number,
  groups: readonly DigitGroup[],
): boolean => {
  const sortCode = sortCodeAt(plain, group)
  if (!sortCode) return false
  const from = Math.max(0, index - nearby)
  return groups.slice(from, index + nearby).some((near, offset) => {
    const account = accountNumberAt(plain, near, groups[from + offset + 1])
    return account !== undefined && belongTogether(plain, sortCode, account)
  })
}

/** Whether plain text carries a sort code with an account number near it, or an IBAN that holds both. */
export const hasBankAccount = (plain: string): boolean => {
  const undated = withoutDates(plain)
  const groups = digitGroups(undated)
  return (
    iban.test(undated) ||
    groups.some(
      (group, index) => isSortCodeRunOn(undated, group) || isInBankDetails(undated, group, index, groups),
    )
  )
}
