import { describe, expect, vi } from 'vitest'
import { claimsFor } from '../../../functions/pre-token/claims.ts'
import { noting, useOf } from '../../../functions/pre-token/note.ts'
import { tokenRequest } from '../../../shared/contracts/token-request.ts'
import { localDate } from '../../../shared/domain/dates.ts'
import { signInsStore } from '../../../shared/store/sign-ins-store.ts'
import { test } from '../../support/engine.ts'
import { known, machine, ofPool, person } from './support.ts'

const monday = localDate('2026-06-01')
const tuesday = localDate('2026-06-02')

const useIn = (event: object, day = monday) => {
  const request = tokenRequest.parse(event)
  const use = useOf(request, claimsFor(request, known), day)
  if (!use) throw new Error('There is nothing to note')
  return use
}

const officer = person(ofPool, ['ukfiu'])
const system = machine('sar-outcomes/use', 'sar-outcomes/force.kent')

describe('that somebody signed in', () => {
  test('is noted of people and of systems: whose account, what it may be and the day, and no name', async ({
    tables,
  }) => {
    const signIns = signInsStore(tables)
    const note = noting(signIns)
    await note(useIn(officer))
    await note(useIn(system))
    const noted = await signIns.list()
    expect(noted.toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual([
      { principal: 'b5e1', kind: 'person', role: 'ukfiu', lastOn: monday },
      { principal: '1example23456789', kind: 'system', role: 'force', organisation: 'kent', lastOn: monday },
    ])
  })

  test('is noted with its last day, in whatever order the days are noted', async ({ tables }) => {
    const signIns = signInsStore(tables)
    await noting(signIns)(useIn(officer, tuesday))
    await noting(signIns)(useIn(officer, monday))
    expect(await signIns.list()).toMatchObject([{ lastOn: tuesday }])
  })

  test('is written once a day, however often somebody signs in', async ({ tables }) => {
    const write = vi.spyOn(tables.client, 'send')
    const note = noting(signInsStore(tables))
    for (const day of [monday, monday, tuesday, tuesday]) await note(useIn(officer, day))
    expect(write).toHaveBeenCalledTimes(2)
  })

  test('keeps nobody out when it can not be noted, and is tried again', async ({ tables }) => {
    const signIns = signInsStore(tables)
    const note = vi.fn<typeof signIns.note>(signIns.note).mockRejectedValueOnce(new Error('Throttled'))
    const noteOrGoOn = noting({ note })
    await noteOrGoOn(useIn(officer))
    expect(await signIns.list()).toEqual([])
    await noteOrGoOn(useIn(officer))
    expect(await signIns.list()).toHaveLength(1)
  })
})

test('nothing is noted of somebody who may be nothing here', ({ expect: expectThat }) => {
  const request = tokenRequest.parse(person(ofPool))
  expectThat(useOf(request, claimsFor(request, known), monday)).toBeUndefined()
})
