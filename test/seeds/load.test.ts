import { paginateScan } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultSeed, loadReferenceContacts, loadSample } from '../../seeds/load.ts'
import { ukfiuOfficer } from '../../seeds/principals.ts'
import { sampleYear } from '../../seeds/sample-year/generate.ts'
import type { SampleReferral, SampleStep } from '../../seeds/sample-year/sample-referral.ts'
import { registerReferral } from '../../shared/actions/register-referral.ts'
import { localDate } from '../../shared/domain/dates.ts'
import type { ReferralChange } from '../../shared/domain/referral/events.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'
import { contactsStore } from '../../shared/store/contacts-store.ts'
import { fromItem, type StoredReferral } from '../../shared/store/referral-item.ts'
import { referralStore, sarRegister } from '../../shared/store/referral-store.ts'
import { quietAnnouncer } from '../support/announcer.ts'
import { startTables, type RunningTables } from '../support/tables.ts'
import { lived } from './samples.ts'

const today = localDate('2026-05-20')
const sample = sampleYear({ seed: defaultSeed, today, reference: referenceData })

const itemsOf = async ({ client }: RunningTables, table: string): Promise<readonly unknown[]> => {
  const items: unknown[] = []
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table })) items.push(...Items)
  return items
}

const referralsIn = async (running: RunningTables): Promise<readonly StoredReferral[]> =>
  (await itemsOf(running, running.tables.referrals)).map(fromItem)

const byId = (stored: readonly StoredReferral[]) =>
  stored.toSorted((a, b) => a.referral.id.localeCompare(b.referral.id, 'en'))

const eventOf: Readonly<Record<SampleStep['kind'], ReferralChange['type']>> = {
  acknowledge: 'acknowledged',
  report_progress: 'progress_reported',
  give_outcome: 'outcome_given',
  extend: 'date_extended',
  redirect: 'redirected',
  withdraw: 'withdrawn',
}

/** What the sample says of a referral up to its redirection, if it has one. */
const scriptOf = ({ registeredAt, steps }: SampleReferral) => {
  const redirection = steps.findIndex(({ kind }) => kind === 'redirect')
  const own = redirection === -1 ? steps : steps.slice(0, redirection + 1)
  return [`${registeredAt} registered`, ...own.map(({ at, kind }) => `${at} ${eventOf[kind]}`)]
}

describe('loading the sample', () => {
  let running: RunningTables
  let stored: readonly StoredReferral[]
  const progress: (readonly [number, number])[] = []

  beforeAll(async () => {
    running = await startTables()
    await loadSample({ ...running, today, onProgress: (...told) => progress.push(told) })
    stored = await referralsIn(running)
  })
  afterAll(() => running.close())

  it('gives every referral the history that the sample says', () => {
    const histories = new Map(
      stored.map(({ referral: { registration }, history }) => [
        `${registration.sarReference} ${registration.organisation}`,
        history.map(({ at, type }) => `${at} ${type}`),
      ]),
    )
    const loaded = sample.map(({ registration }) =>
      histories.get(`${registration.sarReference} ${registration.organisation}`),
    )
    expect(loaded).toEqual(sample.map(scriptOf))
  })

  it('writes what the same actions lead to without an engine', async () => {
    expect(byId(stored)).toEqual(byId(await lived(sample, defaultSeed)))
  })

  it('lets what a redirection opened go on from there', () => {
    const opened = stored.filter(({ referral }) => referral.redirectedFrom !== undefined)
    const closed = stored.filter(({ referral }) => referral.status === 'redirected')
    expect(opened.length).toBeGreaterThan(2)
    expect(opened.length).toBe(closed.length)
    expect(stored.length).toBe(sample.length + opened.length)
    expect(opened.some(({ history }) => history.length > 1)).toBe(true)
  })

  it('enters every referral in the register of SARs', async () => {
    expect(await itemsOf(running, running.tables.sarRegister)).toHaveLength(stored.length)
  })

  it('tells how far it has come, one referral at a time', () => {
    expect(progress).toEqual(sample.map((_, place) => [place + 1, sample.length]))
  })

  it('refuses to go on top of a sample that is there, and changes nothing of it', async () => {
    await expect(loadSample({ ...running, today })).rejects.toThrow(
      /SAMPLE-2025-\d{5} of [a-z-]+ is there already/,
    )
    expect(byId(await referralsIn(running))).toEqual(byId(stored))
  })
})

describe('a sample that is refused', () => {
  it('is a fault that names the referral, and nothing more is written', async () => {
    const running = await startTables()
    const tables = { client: running.client, ...running.tables }
    const [first] = sample
    if (!first) throw new Error('The sample is empty')
    const register = registerReferral({
      referrals: referralStore(tables),
      sarRegister: sarRegister(tables),
      reference: referenceData,
      clock: { now: () => first.registeredAt },
      randomBytes: () => new Uint8Array(8),
      announcer: quietAnnouncer,
    })
    await register(ukfiuOfficer, { ...first.registration, urgent: !first.registration.urgent })
    await expect(loadSample({ ...running, today })).rejects.toThrow(
      new RegExp(`${first.registration.sarReference} of .*already_registered_differently`),
    )
    expect((await referralsIn(running)).length).toBeLessThan(50)
    await running.close()
  })
})

describe('placeholder contacts', () => {
  it('are there for every unit that answers, where nothing can be delivered, and never overwrite real ones', async () => {
    const running = await startTables()
    const store = contactsStore({ client: running.client, contacts: running.tables.contacts })
    const real = [{ role: 'unit_mailbox' as const, email: 'someone@kent.example', lastVerifiedOn: today }]
    await store.put('kent', real)
    await loadReferenceContacts(running)
    await loadReferenceContacts(running)

    const units = new Set([...referenceData.organisations.values()].map(({ respondedToBy }) => respondedToBy))
    const found = await Promise.all([...units].map((unit) => store.of(unit)))
    const addresses = found.flat().map(({ email }) => email)
    expect(found.filter((contacts) => !contacts.some(({ role }) => role === 'unit_mailbox'))).toEqual([])
    expect(addresses.filter((email) => !email.endsWith('.example'))).toEqual([])
    expect(await store.of('border-force')).toEqual([])
    expect(await store.of('nca')).toContainEqual({
      role: 'unit_mailbox',
      email: 'psd@nca.police.example',
      lastVerifiedOn: null,
    })
    expect(await store.of('kent')).toEqual(real)
    await running.close()
  })
})
