import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { startService, type Service } from '../support/service.ts'

/** A UKFIU officer brings in a spreadsheet: the good rows go in, the bad ones are explained, and twice is once. */

const columns =
  'sarReference,organisation,referredOn,subjectType,linkType,identificationBasis,apparentConcern,glossaryCodes,severity,handling,handlingConditions,urgent'

const row = (
  place: number,
  more: Partial<Record<'organisation' | 'referredOn' | 'handling' | 'urgent', string>> = {},
) =>
  [
    `IMPORT-${place}`,
    more.organisation ?? (place % 2 === 0 ? 'kent' : 'surrey'),
    more.referredOn ?? '2026-05-29',
    'police_officer',
    'direct',
    'ukfiu_enquiry',
    'unclear',
    place % 10 === 0 ? 'XXS99XX XXPROPXX' : '',
    place % 3 === 0 ? 'high' : '',
    more.handling ?? 'P',
    '',
    more.urgent ?? '',
  ].join(',')

const results = z.object({
  items: z.array(
    z.discriminatedUnion('result', [
      z.strictObject({ row: z.int(), result: z.enum(['created', 'existing']), id: z.string() }),
      z.strictObject({
        row: z.int(),
        result: z.literal('refused'),
        errors: z.array(z.strictObject({ column: z.string(), detail: z.string() })),
      }),
    ]),
  ),
})

let service: Service
let ukfiu: string

const send = async (csv: string, contentType = 'text/csv') => {
  const response = await fetch(`${service.url}/v1/referrals/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ukfiu}`, 'content-type': contentType },
    body: csv,
  })
  return { status: response.status, body: await response.json() }
}

const tally = (items: z.infer<typeof results>['items']) => ({
  created: items.filter(({ result }) => result === 'created').length,
  existing: items.filter(({ result }) => result === 'existing').length,
  refused: items.filter(({ result }) => result === 'refused').length,
})

beforeAll(async () => {
  service = await startService()
  await service.call('POST', '/local/clock', { now: '2026-06-01T10:00:00Z' })
  ukfiu = await service.token('ukfiu')
})
afterAll(async () => {
  await service.close()
})

describe('an import', () => {
  const bad = [
    row(0, { organisation: 'atlantis' }),
    row(1, { referredOn: '2026-06-02' }),
    row(2, { handling: 'C' }),
    row(3, { urgent: 'perhaps' }),
    'IMPORT-4,kent',
  ]
  const good = Array.from({ length: 990 }, (_, place) => row(place + 10))
  const twice = [row(10), row(11, { organisation: 'kent' })]
  const file = [columns, ...bad.slice(0, 4), ...good, ...twice].join('\r\n')

  test('of nearly a thousand rows answers for each: good ones go in, bad ones say which cell is wrong', async () => {
    const { status, body } = await send(`\uFEFF${file}\r\n`)
    expect(status).toBe(200)
    const { items } = results.parse(body)
    expect(items.map((item) => item.row)).toEqual(items.map((_, place) => place + 1))
    expect(tally(items)).toEqual({ created: 991, existing: 1, refused: 4 })
    const refused = items.flatMap((item) =>
      item.result === 'refused' ? [item.errors.map(({ column }) => column)] : [],
    )
    expect(refused).toEqual([['organisation'], ['referredOn'], ['handlingConditions'], ['urgent']])
  })

  test('of the same rows again creates nothing', async () => {
    const { body } = await send(file.split('\r\n').slice(0, 155).join('\r\n'))
    expect(tally(results.parse(body).items)).toEqual({ created: 0, existing: 150, refused: 4 })
  })

  test('of a row too short, a quote left open or a column nobody knows is refused as a whole', async () => {
    expect((await send([columns, bad[4]].join('\n'))).status).toBe(400)
    expect((await send(`${columns}\n"IMPORT-9999`)).status).toBe(400)
    expect((await send(`${columns},shoeSize\n${row(5000)},9`)).status).toBe(422)
  })

  test('of more than a thousand rows is refused, and none of them goes in', async () => {
    const rows = Array.from({ length: 1001 }, (_, place) => row(place + 20_000))
    expect((await send([columns, ...rows].join('\n'))).status).toBe(422)
    const again = await send([columns, row(20_000)].join('\n'))
    expect(tally(results.parse(again.body).items)).toEqual({ created: 1, existing: 0, refused: 0 })
  })

  test('as JSON is not taken', async () => {
    expect((await send('{}', 'application/json')).status).toBe(415)
  })
})
