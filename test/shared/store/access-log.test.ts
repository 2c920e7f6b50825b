import { describe } from 'vitest'
import type { AccessEntry } from '../../../shared/contracts/access-log.ts'
import { localDate } from '../../../shared/domain/dates.ts'
import { accessLogStore } from '../../../shared/store/access-log.ts'
import { test } from '../../support/engine.ts'
import { inLondon } from '../../support/referrals.ts'

const entry = (place: number, when: string, person: string, ...referrals: readonly string[]): AccessEntry => {
  const [day = '', time] = when.split(' ')
  return {
    at: inLondon(day, time),
    requestId: `q-${place}`,
    principal: { id: person, name: person, role: 'ukfiu' },
    route: 'readReferral',
    path: '/v1/referrals',
    processing: 'consultation',
    status: 200,
    referrals: [...referrals],
  }
}

const one = 'R-0000-0001'
const other = 'R-0000-0002'
const all = { from: ' ', to: '9999', limit: 100 }
const requests = (entries: readonly AccessEntry[]) => entries.map(({ requestId }) => requestId)

describe('the access log', () => {
  test('finds an entry by each referral, by person and by day, as it was written', async ({
    expect,
    tables,
  }) => {
    const log = accessLogStore(tables)
    const written = entry(1, '2026-04-07 10:00', 'ukfiu', one, other)
    await log.append(written)
    expect(await log.ofReferral(one, all)).toEqual([written])
    expect(await log.ofReferral(other, all)).toEqual([written])
    expect(await log.ofPerson('ukfiu', all)).toEqual([written])
    expect(await log.ofDay(localDate('2026-04-07'), all)).toEqual([written])
  })

  test('keeps people, days and referrals apart', async ({ expect, tables }) => {
    const log = accessLogStore(tables)
    await log.append(entry(1, '2026-04-07 10:00', 'ukfiu', one))
    await log.append(entry(2, '2026-04-08 10:00', 'force-kent', other))
    expect(requests(await log.ofReferral(one, all))).toEqual(['q-1'])
    expect(requests(await log.ofPerson('force-kent', all))).toEqual(['q-2'])
    expect(requests(await log.ofDay(localDate('2026-04-08'), all))).toEqual(['q-2'])
    expect(await log.ofPerson('nobody', all)).toEqual([])
  })

  test('has a request that showed no referral too, as one that was refused', async ({ expect, tables }) => {
    const log = accessLogStore(tables)
    await log.append({ ...entry(1, '2026-04-07 10:00', 'force-kent'), status: 403 })
    expect(requests(await log.ofPerson('force-kent', all))).toEqual(['q-1'])
  })

  test('counts the London day', async ({ expect, tables }) => {
    const log = accessLogStore(tables)
    await log.append(entry(1, '2026-06-15 23:30', 'ukfiu', one))
    await log.append(entry(2, '2026-06-16 00:30', 'ukfiu', one))
    expect(requests(await log.ofDay(localDate('2026-06-15'), all))).toEqual(['q-1'])
    expect(requests(await log.ofDay(localDate('2026-06-16'), all))).toEqual(['q-2'])
  })

  test('comes oldest first, a page at a time, also within one millisecond', async ({ expect, tables }) => {
    const log = accessLogStore(tables)
    for (const place of [3, 1, 2]) await log.append(entry(place, '2026-04-07 10:00', 'ukfiu', one))
    await log.append(entry(0, '2026-04-07 09:00', 'ukfiu', one))
    const first = await log.ofPerson('ukfiu', { ...all, limit: 2 })
    const last = first.at(-1)
    const second = await log.ofPerson('ukfiu', { ...all, from: `${last?.at}#${last?.requestId}`, limit: 2 })
    expect(requests(first)).toEqual(['q-0', 'q-1'])
    expect(requests(second)).toEqual(['q-2', 'q-3'])
  })

  test('of an entry about more referrals than one transaction takes has every one', async ({
    expect,
    tables,
  }) => {
    const log = accessLogStore(tables)
    const many = Array.from({ length: 130 }, (_, place) => `R-0000-${String(place).padStart(4, '0')}`)
    await log.append(entry(1, '2026-04-07 10:00', 'ukfiu', ...many))
    const found = await Promise.all(many.map((id) => log.ofReferral(id, all)))
    expect(found.filter(({ length }) => length === 1)).toHaveLength(130)
    expect(await log.ofPerson('ukfiu', all)).toHaveLength(1)
  })

  test('is only ever added to: an entry is never written over', async ({ expect, tables }) => {
    const log = accessLogStore(tables)
    const written = entry(1, '2026-04-07 10:00', 'ukfiu', one)
    await log.append(written)
    await log.append({ ...written, status: 404 })
    expect(await log.ofReferral(one, all)).toEqual([written])
  })
})
