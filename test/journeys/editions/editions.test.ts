import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { startService, type Service } from '../../support/service.ts'
import { forceOf, late, theYear, type Sent } from './year.ts'

/**
 * A reporting year from its first referral to its second approved edition, over HTTP: what the figures said on each day
 * is what they say of that day for ever, and what was frozen stays as it was, byte for byte.
 */

const year = '/v1/assessments/2025-26'
const cutOff = '2026-04-30'

let service: Service
const tokens = new Map<string, string>()
const ids: string[] = []
/** The live figures of each day, as they were then. */
const saidOn = new Map<string, unknown>()

const tokenOf = async (client: string): Promise<string> => {
  const token = tokens.get(client) ?? (await service.token(client))
  tokens.set(client, token)
  return token
}

const as = async (client: string, method: string, path: string, body?: unknown) =>
  service.call(method, path, body, await tokenOf(client))

const setClock = async (now: string) => {
  expect((await service.call('POST', '/local/clock', { now })).status).toBe(200)
}

const drain = async () => {
  expect((await service.call('POST', '/local/drain')).status).toBe(200)
}

const withdrawal = {
  reason: 'registered_in_error',
  rationale: 'It was registered with the wrong reference.',
}

const send = async (sent: Sent) => {
  const path = `/v1/referrals/${ids[sent.place] ?? ''}`
  if (sent.kind === 'register') {
    const { status, body } = await as('ukfiu', 'POST', '/v1/referrals', sent.body)
    expect(status).toBe(201)
    ids[sent.place] = z.object({ id: z.string() }).parse(body).id
    return
  }
  const { status } =
    sent.kind === 'withdraw'
      ? await as('ukfiu', 'POST', `${path}/withdrawal`, withdrawal)
      : await as(`force-${forceOf(sent.place)}`, 'PUT', `${path}/outcome`, sent.body)
  expect(status).toBe(200)
}

/** A file as it is downloaded: its bytes, type and name. */
const download = async (path: string, accept: string) => {
  const response = await fetch(service.url + path, {
    headers: { authorization: `Bearer ${await tokenOf('sta-approver')}`, accept },
  })
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    name: /filename="(.*)"/.exec(response.headers.get('content-disposition') ?? '')?.[1],
    bytes: Buffer.from(await response.arrayBuffer()),
  }
}

const types = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
}

/** Every file of an edition, by version and format. */
const filesOf = async (edition: number) => {
  const wanted = ['internal', 'published'].flatMap((version) =>
    Object.entries(types).map(([format, accept]) => ({ version, format, accept })),
  )
  const files = new Map<string, Awaited<ReturnType<typeof download>>>()
  for (const { version, format, accept } of wanted)
    files.set(
      `${version} ${format}`,
      await download(`${year}/editions/${edition}?version=${version}`, accept),
    )
  return files
}

const freeze = (asAt: string, note = 'For the annual assessment.') =>
  as('sta-author', 'POST', `${year}/editions`, { asAt, note })

const decide = (edition: number, what: 'approval' | 'return', note = 'Read and checked.') =>
  as('sta-approver', 'POST', `${year}/editions/${edition}/${what}`, { note })

beforeAll(async () => {
  service = await startService()
  for (const [day, steps] of Map.groupBy(theYear, (step) => step.day)) {
    await setClock(`${day}T10:00:00Z`)
    for (const step of steps) await send(step)
    await drain()
    saidOn.set(day, (await as('sta-author', 'GET', year)).body)
  }
  await setClock('2026-05-08T10:00:00Z')
}, 240_000)
afterAll(() => service.close())

describe('the figures as at a day that is past', () => {
  test('are what they were on that day, however much came later', async () => {
    expect(saidOn.size).toBeGreaterThan(10)
    for (const [day, said] of saidOn)
      expect((await as('ukfiu', 'GET', `${year}?asAt=${day}`)).body).toEqual(said)
  })

  test('today are the same from the counters as from the histories', async () => {
    const live = await as('sta-author', 'GET', year)
    await setClock('2026-05-09T10:00:00Z')
    expect((await as('sta-author', 'GET', `${year}?asAt=2026-05-08`)).body).toEqual(live.body)
  })

  test('before the first referral are zeros, and no rate', async () => {
    const { status, body } = await as('sta-author', 'GET', `${year}?asAt=2025-04-01`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ response: { referralsMade: 0, responseRate: null }, organisations: [] })
  })
})

describe('what cannot be answered', () => {
  test.each([
    ['a year that has not begun', '/v1/assessments/2027-28', 422, '/year'],
    ['a day in the future', `${year}?asAt=2026-12-24`, 422, '/asAt'],
    ['a day before the year', `${year}?asAt=2025-03-31`, 422, '/asAt'],
    ['no day', `${year}?asAt=yesterday`, 422, '/asAt'],
    ['another version', `${year}?version=secret`, 422, '/version'],
  ])('%s', async (_, path, status, pointer) => {
    const reply = await as('sta-author', 'GET', path)
    expect(reply.status).toBe(status)
    expect(reply.body).toMatchObject({ errors: [{ pointer }] })
  })

  test('no year, and an edition that there is not', async () => {
    expect((await as('sta-author', 'GET', '/v1/assessments/2025-27')).status).toBe(404)
    expect((await as('sta-author', 'GET', `${year}/editions/99`)).status).toBe(404)
    expect((await as('sta-author', 'GET', `${year}/editions/first`)).status).toBe(404)
  })

  test('a format that there is not', async () => {
    expect((await download(year, 'application/pdf')).status).toBe(406)
  })

  test('somebody whose role does not allow it', async () => {
    expect((await as('auditor', 'GET', year)).status).toBe(403)
    expect((await as('force-kent', 'GET', `${year}/editions`)).status).toBe(403)
    expect((await as('ukfiu', 'POST', `${year}/editions`, { asAt: cutOff, note: 'x' })).status).toBe(403)
    expect((await as('sta-author', 'POST', `${year}/editions/1/approval`, { note: 'x' })).status).toBe(403)
  })

  test('an edition of the future, or without a note', async () => {
    expect((await freeze('2026-12-24')).status).toBe(422)
    expect((await freeze(cutOff, '')).status).toBe(422)
    expect((await as('sta-author', 'GET', `${year}/editions`)).body).toEqual({ items: [] })
  })
})

describe('the editions of the year, one after another', () => {
  test('the first is frozen, read in every format, and returned', async () => {
    const { status, headers, body } = await freeze(cutOff)
    expect(status).toBe(201)
    expect(headers.get('location')).toBe(`${year}/editions/1`)
    expect(body).toMatchObject({ edition: 1, state: 'draft', asAt: cutOff, revises: null })
    const files = await filesOf(1)
    for (const [which, { status: found, name, type }] of files) {
      const [version = '', format = ''] = which.split(' ')
      const marking = version === 'internal' ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL'
      expect(found).toBe(200)
      expect(name).toBe(`${marking}-sar-summary-2025-26-edition-1-draft.${format}`)
      expect(type).toContain(Object.entries(types).find(([each]) => each === format)?.[1])
    }
    const returned = await decide(1, 'return', 'The note should name the meeting.')
    expect(returned.body).toMatchObject({ state: 'returned', reason: 'The note should name the meeting.' })
    expect((await decide(1, 'approval')).status).toBe(409)
  })

  test('the second is approved, and is the same for ever after', async () => {
    expect((await freeze(cutOff)).body).toMatchObject({ edition: 2, revises: null })
    expect((await decide(2, 'approval')).body).toMatchObject({ edition: 2, state: 'approved' })
    expect((await decide(2, 'return')).status).toBe(409)
    const approved = await filesOf(2)
    await setClock('2026-05-12T10:00:00Z')
    for (const step of late) await send(step)
    await drain()
    await service.kill9()
    await service.restart()
    expect(await filesOf(2)).toEqual(approved)
  })

  test('its figures are those of the cut-off, and its published version names no organisation', async () => {
    const frozen = await as('sta-author', 'GET', `${year}/editions/2`)
    expect(frozen.body).toEqual((await as('sta-author', 'GET', `${year}?asAt=${cutOff}`)).body)
    const published = await as('sta-author', 'GET', `${year}/editions/2?version=published`)
    expect(published.body).toMatchObject({ version: 'published', evidenceOfCorruption: { actual: 'c' } })
    expect(JSON.stringify(published.body)).not.toContain('Kent')
  })

  test('the third says what it revises, and why each figure moved', async () => {
    expect((await freeze('2026-05-12')).body).toMatchObject({ edition: 3, revises: 2 })
    const { bytes } = await download(`${year}/editions/3`, types.html)
    expect(bytes.toString()).toContain('Evidence of corruption: potential')
    expect(bytes.toString()).toContain('outcome was received after 30 April 2026')
    expect((await freeze('2026-04-01')).status).toBe(422)
  })

  test('all are listed, with who did what', async () => {
    expect((await as('ukfiu', 'GET', `${year}/editions`)).body).toMatchObject({
      items: [
        {
          edition: 1,
          state: 'returned',
          draftedBy: { id: 'sta-author' },
          returnedBy: { id: 'sta-approver' },
        },
        { edition: 2, state: 'approved', approvedBy: { id: 'sta-approver' } },
        { edition: 3, state: 'draft' },
      ],
    })
  })
})

describe('freezing while returns arrive', () => {
  const bodyOf = (place: number) => theYear.find((step) => step.kind === 'answer' && step.place === place)

  test('freezes what agrees, or refuses and says where; no return is lost', async () => {
    const open = [3, 4, 5, 8, 9, 10, 11]
    const any = theYear.find((step) => step.kind === 'answer')
    expect(open.map(bodyOf)).toEqual(open.map(() => undefined))
    const body = any?.kind === 'answer' ? any.body : {}
    const answers = open.map(
      (place) => () =>
        as(`force-${forceOf(place)}`, 'PUT', `/v1/referrals/${ids[place] ?? ''}/outcome`, {
          ...body,
          concludedOn: '2026-05-12',
        }),
    )
    const [frozen, ...answered] = await Promise.all([freeze('2026-05-12'), ...answers.map((each) => each())])
    expect(answered.map(({ status }) => status)).toEqual(open.map(() => 200))
    expect([201, 409]).toContain(frozen.status)
    await drain()
    const after = await freeze('2026-05-12')
    expect(after.status).toBe(201)
    const { edition } = z.object({ edition: z.number() }).parse(after.body)
    const live = await as('sta-author', 'GET', year)
    expect((await as('sta-author', 'GET', `${year}/editions/${edition}`)).body).toEqual(live.body)
  })
})
