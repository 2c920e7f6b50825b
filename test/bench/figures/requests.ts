import { short, type Row } from '../row.ts'
import { liveOnce, type Life } from '../support/a-life.ts'
import { startMeteredService } from '../support/metered-service.ts'
import { remindOf } from '../support/reminding.ts'

const changes: readonly (readonly [number, keyof Life])[] = [
  [4, 'register'],
  [5, 'acknowledge'],
  [5, 'report progress, the first return'],
  [5, 'report progress again'],
  [5, 'give the outcome'],
]
const waits: readonly (readonly [keyof Life, number])[] = [
  ['register', 1],
  ['give the outcome', 2],
  ['read a case', 1],
  ['read a case, UKFIU', 1],
  ['a page of a work list', 1],
]

const writing = (life: Life): readonly Row[] =>
  changes.map(([figure, what]) => {
    const { own, counting, accessLog } = life[what]
    const written = own.written + counting.written
    const read = own.read + counting.read
    return {
      figure,
      what: `units to ${what}`,
      target: '≤ 9 written',
      measured: `${written} written (${counting.written} to count it), ${short(read)} read; ${accessLog.written} more for the access log`,
      met: written <= 9,
    }
  })

const waiting = (life: Life): readonly Row[] =>
  waits.map(([what, target]) => {
    const { own, accessLog } = life[what]
    return {
      figure: 6,
      what: `round trips: ${what}`,
      target: `${target}, and 1 for the access log`,
      measured: `${own.roundTrips}, and ${accessLog.roundTrips}`,
      met: own.roundTrips <= target && accessLog.roundTrips <= 1,
    }
  })

const many = 200

const reminding = ({ due, nothingDue, fullPage }: Awaited<ReturnType<typeof remindOf>>): readonly Row[] => [
  {
    figure: 6,
    what: 'a full page of a work list',
    target: '',
    measured: `${short(fullPage.own.read)} read; ${fullPage.accessLog.written} written to the access log, for 25 referrals`,
    met: null,
  },
  {
    figure: 7,
    what: 'a reminder',
    target: '≤ 6 written',
    measured: `${short(due.written / many)} written, ${short(due.read / many)} read`,
    met: due.written / many <= 6,
  },
  {
    figure: 7,
    what: 'finding 1,000 that are due',
    target: '≤ 30 read',
    measured: `${short((due.found.read / many) * 1000)} read`,
    met: (due.found.read / many) * 1000 <= 30,
  },
  {
    figure: 7,
    what: 'an organisation with nothing due',
    target: '≤ 0.5 read',
    measured: `${nothingDue.read} read`,
    met: nothingDue.read <= 0.5,
  },
]

/** Figures 4 to 7: what was really sent to the tables, counted by AWS's rules. */
export const requests = async (): Promise<readonly Row[]> => {
  const service = await startMeteredService()
  try {
    const life = await liveOnce(service)
    return [...writing(life), ...waiting(life), ...reminding(await remindOf(service, many))]
  } finally {
    await service.close()
  }
}
