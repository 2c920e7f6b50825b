import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths, londonDate, type LocalDate } from '../../shared/domain/dates.ts'
import { contribution } from '../../shared/domain/figures/contribution.ts'
import { movementsBetween } from '../../shared/domain/figures/revision.ts'
import { asAtEndOf } from '../../shared/domain/referral/as-at.ts'
import { erase, erasedHistory } from '../../shared/domain/referral/erase.ts'
import type { History } from '../../shared/domain/referral/events.ts'
import { fold } from '../../shared/domain/referral/evolve.ts'
import { isOpen } from '../../shared/domain/referral/referral.ts'
import { byUkfiu } from '../support/referrals.ts'
import { someCases, type Case } from './arbitraries.ts'

/** Long enough after anything that the review of everything closed has come up. */
const twoYearsOn = ({ referral }: Case): LocalDate => addMonths(londonDate(referral.changedAt), 24)

const erased = (each: Case): History[] => {
  const { referral, history } = each
  const decision = erase(referral, { reason: 'no_longer_needed' }, byUkfiu(referral, twoYearsOn(each)))
  return decision.ok && decision.value ? [erasedHistory(history, decision.value)] : []
}

/** Every day on which something became known, and the day before each. */
const days = (history: History): readonly LocalDate[] => history.map(({ at }) => londonDate(at))

/** What a referral counts for as at a day; nothing before it was registered. */
const countedOn = (history: History, day: LocalDate) => {
  const known = asAtEndOf(day)(history)
  return known && contribution(known)
}

test('what a referral counts for, today and as at every day before, is the same after it was erased', () => {
  fc.assert(
    fc.property(someCases(8), (cases) => {
      for (const each of cases) {
        for (const bare of erased(each)) {
          expect(contribution(fold(bare))).toEqual(contribution(each.referral))
          for (const day of days(bare)) expect(countedOn(bare, day)).toEqual(countedOn(each.history, day))
        }
      }
    }),
  )
})

test('no edition has a movement to explain because of it', () => {
  fc.assert(
    fc.property(someCases(4), (cases) => {
      for (const each of cases) {
        const [from, to] = [londonDate(each.referral.registeredAt), twoYearsOn(each)]
        for (const bare of erased(each)) {
          expect(movementsBetween([bare], from, to)).toEqual(movementsBetween([each.history], from, to))
        }
      }
    }),
    { numRuns: 30 },
  )
})

const written = new Set(['rationale', 'learning', 'sarReference', 'localReference', 'handlingConditions'])
const ownWords = new Set(['name', 'calendar'])

/** Every text that somebody wrote, and whatever else of a history has a space in it and is no word of the service's own. */
const wordsIn = (value: unknown, under = ''): readonly string[] => {
  if (typeof value === 'string') {
    return written.has(under) || (value.includes(' ') && !ownWords.has(under)) ? [value] : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => wordsIn(each, key))
}

test('every closed referral can be erased, no open one, and not a word of it is left', () => {
  fc.assert(
    fc.property(someCases(8), (cases) => {
      for (const each of cases) {
        const histories = erased(each)
        expect(histories.length).toBe(isOpen(each.referral) ? 0 : 1)
        expect(wordsIn(each.history).length).toBeGreaterThan(0)
        expect(histories.flatMap((bare) => wordsIn(bare))).toEqual([])
        expect(histories.flatMap((bare) => bare.map(({ type, at }) => [type, at]))).toEqual(
          histories.flatMap((bare) => [...each.history, ...bare.slice(-1)].map(({ type, at }) => [type, at])),
        )
      }
    }),
  )
})
