import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { outcomeRequest, registrationRequest } from '../support/referrals.ts'
import { putRaw, rawItems } from '../support/raw-tables.ts'
import { openOffice, type Office } from './reminders/office-hours.ts'

/** Two years after they closed, referrals come up for review, and are kept or erased down to what is counted. */

/** In every text that is written here, and in nothing else. */
const mark = 'ZZMARK'
const said = (what: string) => `${mark}: ${what}, in as many words as it takes.`
const year = '2026-27'
const asAt = ['2026-04-30', '2026-05-31', '2026-06-30'] as const

const Referral = z.looseObject({ id: z.string(), version: z.int(), status: z.string() })
const Page = z.object({ items: z.array(z.looseObject({ id: z.string() })) })
const History = z.object({ items: z.array(z.looseObject({ type: z.string() })) })
const DueReviews = z.object({ foundOn: z.string().nullable(), found: z.int(), items: Page.shape.items })

let office: Office
const ids = { answered: '', withdrawn: '', redirected: '', essexs: '', kept: '', open: '' }

const get = (client: string, path: string) => office.must(200, office.as(client, 'GET', path))
const post = (path: string, body: unknown, client = 'ukfiu') =>
  office.must(200, office.as(client, 'POST', path, body))

const register = async (sar: string, fields: object = {}) => {
  const body = registrationRequest({ organisation: 'kent', referredOn: '2026-04-07', ...fields })
  const sent = { ...body, sarReference: `${mark}-${sar}` }
  return Referral.parse(await office.must(201, office.as('ukfiu', 'POST', '/v1/referrals', sent))).id
}

const answer = async (id: string, fields: object, version?: number) => {
  const token = await office.service.token('force-kent')
  const response = await fetch(`${office.service.url}/v1/referrals/${id}/outcome`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
    body: JSON.stringify({ ...outcomeRequest({ concludedOn: '2026-04-07' }), ...fields }),
  })
  expect(response.status).toBe(200)
  return Referral.parse(await response.json()).version
}

/** Everything that can be written into a referral, each text with the mark in it. */
const liveThrough = async () => {
  const rationale = said('why')
  ids.answered = await register('1', { handling: 'C', handlingConditions: said('conditions') })
  const at = `/v1/referrals/${ids.answered}`
  await post(`${at}/acknowledgement`, { personnelConfirmed: 'yes', localReference: mark }, 'force-kent')
  await post(`${at}/extension`, { workingDays: 5, reason: 'complexity', rationale })
  const progress = { stage: 'assessing', nextUpdateOn: '2026-06-01', rationale }
  await post(`${at}/progress-reports`, progress, 'force-kent')
  const first = await answer(ids.answered, { rationale, learning: said('learnt') })
  await answer(ids.answered, { rationale: said('corrected'), learning: said('learnt more') }, first)
  ids.withdrawn = await register('2')
  await post(`/v1/referrals/${ids.withdrawn}/withdrawal`, { reason: 'duplicate', rationale })
  ids.redirected = await register('3')
  const redirection = { organisation: 'essex', reason: 'moved_force', rationale }
  const closed = await post(`/v1/referrals/${ids.redirected}/redirection`, redirection)
  ids.essexs = z.object({ redirectedTo: Referral.pick({ id: true }) }).parse(closed).redirectedTo.id
  ids.kept = await register('4')
  await answer(ids.kept, { rationale })
  ids.open = await register('5')
}

const figures = async () => {
  const days = asAt.map((day) => get('sta-author', `/v1/assessments/${year}?asAt=${day}`))
  const published = get('sta-author', `/v1/assessments/${year}?asAt=2026-06-30&version=published`)
  return [...(await Promise.all(days)), await published]
}

let before: readonly unknown[]
let edition: unknown
const erasing = () => [ids.answered, ids.withdrawn, ids.redirected]

beforeAll(async () => {
  office = await openOffice()
  await office.clockTo('2026-04-08T10:00:00Z')
  await liveThrough()
  await office.drained()
  await office.must(
    201,
    office.as('sta-author', 'POST', `/v1/assessments/${year}/editions`, {
      asAt: '2026-04-08',
      note: 'Early.',
    }),
  )
  edition = await get('sta-author', `/v1/assessments/${year}/editions/1`)
  await office.offUntil('2028-04-10T09:00:00Z')
  await office.drained()
  before = await figures()
}, 120_000)
afterAll(() => office.close())

describe('the weekly search', () => {
  test('finds what closed two years ago and nothing that is open', async () => {
    const found = DueReviews.parse(await get('ukfiu', '/v1/reviews'))
    expect(found).toMatchObject({ foundOn: '2028-04-10', found: 4 })
    expect(found.items.map(({ id }) => id).toSorted()).toEqual([...erasing(), ids.kept].toSorted())
  })

  test('is nobody else’s to read, nor is the decision', async () => {
    for (const client of ['force-kent', 'sta-author', 'sta-approver', 'auditor']) {
      expect((await office.as(client, 'GET', '/v1/reviews')).status).toBe(403)
      const at = `/v1/referrals/${ids.kept}`
      expect((await office.as(client, 'POST', `${at}/erasure`, { reason: 'ordered' })).status).toBe(403)
      expect((await office.as(client, 'POST', `${at}/retention`, {})).status).toBe(403)
    }
  })
})

describe('a referral that is kept', () => {
  test('is off the list at once, as it was, until the day named', async () => {
    const retention = { reason: 'legal_claim', rationale: said('kept'), nextReviewOn: '2029-04-09' }
    const kept = await post(`/v1/referrals/${ids.kept}/retention`, retention)
    expect(kept).toMatchObject({
      status: 'outcome_received',
      outcome: { rationale: said('why') },
      retention: { state: 'kept', reviewDueOn: '2029-04-09' },
    })
    const found = DueReviews.parse(await get('ukfiu', '/v1/reviews'))
    expect(found.items.map(({ id }) => id)).not.toContain(ids.kept)
  })

  test('is not erased before that day', async () => {
    const asked = await office.as('ukfiu', 'POST', `/v1/referrals/${ids.kept}/erasure`, { reason: 'ordered' })
    expect(asked.status).toBe(409)
  })
})

describe('a referral that is erased', () => {
  beforeAll(async () => {
    const form = `/referrals/${ids.answered}/outcome`
    const expiresAt = Math.floor(Date.parse('2028-04-16T00:00:00Z') / 1000)
    const draft = { person: 'somebody', form, savedAt: '2028-04-09T00:00:00.000Z', expiresAt }
    await putRaw(office.service, 'DataDrafts', { ...draft, values: { rationale: [said('typed')] } })
    for (const id of erasing()) await post(`/v1/referrals/${id}/erasure`, { reason: 'no_longer_needed' })
    await office.drained()
  })

  test('reads as what is counted: codes and dates as they were, and null where something was written', async () => {
    expect(await get('ukfiu', `/v1/referrals/${ids.answered}`)).toMatchObject({
      status: 'outcome_received',
      sarReference: null,
      handling: 'C',
      handlingConditions: null,
      acknowledgement: { personnelConfirmed: 'yes', localReference: null },
      outcome: { evidenceOfCorruption: 'none', rationale: null, learning: null },
      alsoWith: [],
      retention: { state: 'erased', reason: 'no_longer_needed' },
    })
    const history = History.parse(await get('force-kent', `/v1/referrals/${ids.answered}/history`))
    expect(history.items.map(({ type }) => type)).toEqual([
      'registered',
      'acknowledged',
      'date_extended',
      'progress_reported',
      'outcome_given',
      'outcome_given',
      'erased',
    ])
  })

  test('leaves no word of itself in any table', async () => {
    const raw = await rawItems(office.service)
    const left = [...raw].flatMap(([table, items]) =>
      items.filter((item) => item.includes(mark)).map((item) => ({ table, item })),
    )
    // Essex holds the SAR that was redirected to it, in a referral of its own that is open.
    const others = [ids.kept, ids.open, ids.essexs]
    expect(raw.size).toBeGreaterThanOrEqual(8)
    expect(left.length).toBeGreaterThan(others.length)
    expect(left.filter(({ item }) => !others.some((id) => item.includes(`"id":"${id}"`)))).toEqual([])
  })

  test('changes no figure, as at any day, and no edition', async () => {
    expect(await figures()).toEqual(before)
    expect(await get('sta-author', `/v1/assessments/${year}/editions/1`)).toEqual(edition)
    expect(JSON.stringify(edition)).not.toContain(mark)
  })

  test('keeps the receipts of the force that answered', async () => {
    const statement = await get('force-kent', `/v1/organisations/kent/statement?year=${year}`)
    const lines = z.object({
      referrals: z.array(z.looseObject({ id: z.string(), sent: z.array(z.unknown()) })),
    })
    const line = lines.parse(statement).referrals.find(({ id }) => id === ids.answered)
    expect(line?.sent.length).toBe(4)
  })

  test('earns the same receipt when it is asked for again, and takes no more changes', async () => {
    const [once, again] = await Promise.all(
      [1, 2].map(() => post(`/v1/referrals/${ids.answered}/erasure`, { reason: 'no_longer_needed' })),
    )
    expect(again).toEqual(once)
    const withdrawal = { reason: 'duplicate', rationale: said('too late') }
    const refused = await office.as('ukfiu', 'POST', `/v1/referrals/${ids.answered}/withdrawal`, withdrawal)
    expect(refused.status).toBe(409)
  })

  test('frees the SAR, which can be registered there anew', async () => {
    expect(await register('1')).not.toBe(ids.answered)
  })

  test('is in the access log as an erasure', async () => {
    const log = z.object({ items: z.array(z.looseObject({ route: z.string() })) })
    const entries = log.parse(
      await get('auditor', `/v1/access-log?referral=${ids.withdrawn}&from=2028-04-10`),
    )
    expect(entries.items).toContainEqual(
      expect.objectContaining({ route: 'erase', processing: 'erasure', status: 200 }),
    )
  })
})
