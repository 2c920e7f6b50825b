import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Service } from '../../support/service.ts'
import { claimsOf } from '../support/callers.ts'
import { setClock } from '../support/referring.ts'
import { isLong, patience, startTrial, writeFigures } from '../support/trial.ts'
import { signedIn } from '../support/visitors.ts'
import { figuresOf, memoryOf, prepareReferrals, send, type Traffic } from './traffic.ts'

/**
 * A load that is steady, one that comes in a burst, the most that this machine holds, and more than that. How long an
 * answer takes is told, not tested: that nothing fails, and that what is too much is refused and then over, is.
 */

/**
 * Every SAR of the United Kingdom, 901,255 a year, as if each were referred: in working hours one every eight seconds,
 * four times that at the peak, with six requests for each.
 */
const everySar = 3
const steady: readonly Traffic[] = isLong
  ? [
      { name: 'ten times the sample year', seconds: 60, connections: 2, perSecond: 1 },
      { name: 'every SAR of the country, at the peak', seconds: 120, connections: 4, perSecond: everySar },
      { name: 'a burst as the gateway lets through', seconds: 30, connections: 30, perSecond: 50 },
      { name: 'the most that this machine holds', seconds: 60, connections: 16 },
      { name: 'the soak', seconds: 20 * 60, connections: 4, perSecond: everySar },
    ]
  : [{ name: 'as fast as it answers', seconds: 3, connections: 8 }]

let service: Service
let people: Parameters<typeof send>[2]
let ids: readonly string[]

beforeAll(async () => {
  service = await startTrial()
  await setClock(service)
  const [ukfiu, kent] = [await service.token('ukfiu'), await service.token('force-kent')]
  people = { ukfiu, kent, browser: await signedIn(service, { ...claimsOf.own, organisation: 'kent' }) }
  ids = await prepareReferrals(service, ukfiu, 40)
})
afterAll(() => service.close())

/** As many as are answered at once: when all of these are, nothing else is under way. */
const roomFor = 32

const isIdle = async (): Promise<boolean> => {
  const asked = Array.from({ length: roomFor }, () => service.call('GET', '/health'))
  return (await Promise.all(asked)).every(({ status }) => status === 200)
}

describe('under load', () => {
  // Whoever sends the load leaves when its time is up, and does not wait for the last answers.
  afterEach(async () => {
    await expect.poll(isIdle, { timeout: patience }).toBe(true)
  })

  test.each(steady)('$name: nothing fails', { timeout: patience }, async (traffic) => {
    const memory = [memoryOf(service)]
    const watch = setInterval(() => memory.push(memoryOf(service)), (traffic.seconds * 1000) / 20)
    const result = await send(service, traffic, people, ids)
    clearInterval(watch)
    const figures = figuresOf(result)
    await writeFigures(`load-${traffic.name.replaceAll(/\W+/g, '-')}`, { ...traffic, ...figures, memory })
    expect([figures.errors, figures.timeouts, result['5xx'], result['4xx']]).toEqual([0, 0, 0, 0])
    expect(figures.answered).toBeGreaterThan(0)
  })

  test(
    'what is too much is refused with a word on when to come again, and is over when it is over',
    {
      timeout: patience,
    },
    async () => {
      const asked = Array.from({ length: 700 }, () =>
        fetch(`${service.url}/v1/referrals/${ids[0]}`, {
          headers: { authorization: `Bearer ${people.kent}` },
        }),
      )
      const answers = await Promise.all(asked)
      await Promise.all(answers.map((answer) => answer.arrayBuffer()))
      const refused = answers.filter(({ status }) => status === 429)
      const statuses = Map.groupBy(answers, ({ status }) => status)
      const counted = Object.fromEntries([...statuses].map(([status, all]) => [status, all.length]))
      await writeFigures('load-too-much', { statuses: counted })
      expect([...statuses.keys()].filter((status) => ![200, 429].includes(status))).toEqual([])
      expect(refused.length).toBeGreaterThan(0)
      expect(refused.every(({ headers }) => Number(headers.get('retry-after')) > 0)).toBe(true)
      const after = await service.call('GET', '/v1/referrals?limit=25', undefined, people.kent)
      expect(after.status).toBe(200)
    },
  )
})
