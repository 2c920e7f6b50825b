import { liveOnce, type Life, type Step } from '../support/a-life.ts'
import { startMeteredService } from '../support/metered-service.ts'
import { sampleLives } from '../support/population.ts'
import { remindOf } from '../support/reminding.ts'

/** What happens to a referral so many times in its life, and the units that each time takes, access log and counters included. */
export type Taken = {
  readonly what: string
  readonly times: number
  readonly written: number
  readonly read: number
  /** Whether it is a request of a person or a force's system. */
  readonly request: boolean
  /** Whether it changes a referral, which is counted then. */
  readonly changes: boolean
}

/** Assumed: nobody knows yet how often people look. A page shows many referrals, so there are fewer pages than looks. */
const looks = { 'read a case': 8, 'read a case, UKFIU': 2, 'a page of a work list': 2 }
const remindersPerReferral = 3

const nothing = { written: 0, read: 0, roundTrips: 0 }

const all = ({ own, accessLog, counting }: Step) => ({
  written: own.written + accessLog.written + counting.written,
  read: own.read + accessLog.read + counting.read,
})

/** How often the referrals of the sample year are answered, on average. */
const timesOf = async () => {
  const lives = await sampleLives()
  const events = lives.flatMap(({ history }) => history)
  const per = (type: string) => events.filter((event) => event.type === type).length / lives.length
  const withProgress = lives.filter(({ history }) => history.some(({ type }) => type === 'progress_reported'))
  const first = withProgress.length / lives.length
  return {
    register: 1,
    acknowledge: per('acknowledged'),
    'report progress, the first return': first,
    'report progress again': per('progress_reported') - first,
    'give the outcome': per('outcome_given') + per('outcome_corrected'),
    ...looks,
  } satisfies Record<keyof Life, number>
}

/** Everything that a referral takes in its life, measured. */
export const measureUnits = async (): Promise<readonly Taken[]> => {
  const times = await timesOf()
  const service = await startMeteredService()
  const life = await liveOnce(service)
  const many = 100
  const { due, fullPage } = await remindOf(service, many)
  await service.close()
  const step = (what: keyof Life): Taken => ({
    what,
    times: times[what],
    ...all(life[what]),
    request: true,
    changes: !(what in looks),
  })
  const reminder = {
    what: 'a reminder',
    times: remindersPerReferral,
    // And one to keep the marker of what was counted at the referral's version.
    written: Math.ceil(due.written / many) + 1,
    read: Math.ceil(due.read / many) + 2,
    request: false,
    changes: true,
  }
  return [
    step('register'),
    step('acknowledge'),
    step('report progress, the first return'),
    step('report progress again'),
    step('give the outcome'),
    step('read a case'),
    step('read a case, UKFIU'),
    {
      what: 'a full page of a work list, 25 referrals',
      times: looks['a page of a work list'],
      ...all({ ...fullPage, counting: nothing }),
      request: true,
      changes: false,
    },
    reminder,
  ]
}
