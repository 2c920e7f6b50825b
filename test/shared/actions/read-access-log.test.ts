import { describe, expect, test } from 'vitest'
import { readAccessLog } from '../../../shared/actions/read-access-log.ts'
import type { AccessEntry } from '../../../shared/contracts/access-log.ts'
import { localDate, londonDate, type LocalDate } from '../../../shared/domain/dates.ts'
import { inLondon } from '../../support/referrals.ts'

const entryOn = (day: string): AccessEntry => ({
  at: inLondon(day, '10:00'),
  requestId: `request-of-${day}`,
  principal: { id: 'ukfiu', name: 'UKFIU officer', role: 'ukfiu' },
  route: 'readReferral',
  path: '/v1/referrals/R-0000-0001',
  processing: 'consultation',
  status: 200,
  referrals: ['R-0000-0001'],
})

/** A log that says which of its days were looked through. */
const logOf = (...days: readonly string[]) => {
  const looked: LocalDate[] = []
  const entries = days.map(entryOn)
  const read = readAccessLog({
    accessLog: {
      ofReferral: () => Promise.resolve([]),
      ofPerson: () => Promise.resolve([]),
      ofDay: (day, { from, limit }) => {
        looked.push(day)
        const theirs = entries.filter(
          ({ at, requestId }) => londonDate(at) === day && `${at}#${requestId}` > from,
        )
        return Promise.resolve(theirs.slice(0, limit))
      },
    },
    clock: { now: () => inLondon('2026-06-30', '10:00') },
  })
  return { read, looked }
}

describe('the access log of some days', () => {
  test('is today’s where no day is named', async () => {
    const { read, looked } = logOf('2026-06-29', '2026-06-30')
    const { items, next } = await read({ limit: 50 })
    expect(items.map(({ at }) => londonDate(at))).toEqual(['2026-06-30'])
    expect([looked, next]).toEqual([['2026-06-30'], null])
  })

  test('looks through so many days at most, and goes on from there', async () => {
    const { read, looked } = logOf('2026-05-01')
    const first = await read({ from: localDate('2000-01-01'), limit: 50 })
    expect([first.items, looked.length]).toEqual([[], 92])
    // 2 April 2000 begins at 23:00 UTC of the day before.
    expect(first.next).toBe('2000-04-01T23:00:00.000Z#')
  })

  test('page after page finds every entry once, however far apart', async () => {
    const days = ['2025-01-01', '2025-01-02', '2025-09-30', '2026-06-30']
    const { read } = logOf(...days)
    const found: string[] = []
    let cursor: string | undefined
    do {
      const page = await read({
        from: localDate('2024-01-01'),
        limit: 1,
        ...(cursor !== undefined && { cursor }),
      })
      found.push(...page.items.map(({ at }) => londonDate(at)))
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    expect(found).toEqual(days)
  })
})
