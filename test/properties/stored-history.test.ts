import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../shared/domain/referral/evolve.ts'
import { saysTheSame } from '../../shared/domain/same.ts'
import { duePlace, fromItem, indexKeys } from '../../shared/store/referral-item.ts'
import { nextReminderOn } from '../../shared/domain/reminders/ladder.ts'
import { rulesAt } from '../support/referrals.ts'
import { someCases } from './arbitraries.ts'

const stored = (item: Readonly<Record<string, unknown>>) =>
  unmarshall(marshall(item, { removeUndefinedValues: true }))

test('a referral read back from its item is the one that was written', () => {
  fc.assert(
    fc.property(someCases(10), (cases) => {
      for (const { referral, history } of cases) {
        const { id, version } = referral
        const read = fromItem(stored({ id, version, history }))
        expect(read.referral).toEqual(referral)
        expect(saysTheSame(read.history, history)).toBe(true)
      }
    }),
  )
})

test('one of whose history anything is missing is not read at all', () => {
  fc.assert(
    fc.property(someCases(10), (cases) => {
      for (const { referral, history } of cases) {
        const { id, version } = referral
        expect(() => fromItem(stored({ id, version, history: history.slice(0, -1) }))).toThrow(Error)
        expect(() => fromItem(stored({ id: 'R-ZZZZ-ZZZZ', version, history }))).toThrow(/R-ZZZZ-ZZZZ/)
      }
    }),
    { numRuns: 30 },
  )
})

test('the indexes hold exactly the open ones, and reminders those with a reminder ahead', () => {
  fc.assert(
    fc.property(someCases(10), (cases) => {
      for (const { history, sent } of cases) {
        const referral = fold(history)
        const rules = rulesAt(referral.registration.organisation)
        const isOpen = !sent.closed && !sent.returns.some(({ outcome }) => outcome)
        expect(indexKeys(referral, rules)).toEqual({
          answeringUnit: isOpen ? rules.organisation.respondedToBy : undefined,
          due: isOpen ? duePlace(referral) : undefined,
          remindOn: nextReminderOn(referral, rules),
        })
        expect(/^\d{4}-\d{2}-\d{2}#R-/.test(duePlace(referral))).toBe(isOpen)
      }
    }),
  )
})
