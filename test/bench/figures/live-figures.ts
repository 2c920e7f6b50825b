import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { figuresOf } from '../../../shared/actions/assessments/assess-year.ts'
import { localDate } from '../../../shared/domain/dates.ts'
import { tally, type Tally } from '../../../shared/domain/figures/tally.ts'
import { cutOffOf, reportingYearOf } from '../../../shared/domain/reporting-year.ts'
import { documentClient } from '../../../shared/runtime/clients.ts'
import { referenceData } from '../../../shared/runtime/reference-data.ts'
import { figuresStore } from '../../../shared/store/figures-store.ts'
import { clientTo, startTables, type RunningTables } from '../../support/tables.ts'
import { meter } from '../meter/meter.ts'
import { groupByInPostgres } from '../peers/group-by.ts'
import { median, short, type Row } from '../row.ts'
import { costOf } from '../support/costs.ts'
import { sampleLives, spread } from '../support/population.ts'

const year = reportingYearOf(localDate('2025-06-01'))
const volumes = [1_000, 10_000, 100_000, 1_000_000]

/** The counters as the stream consumer would have left them. */
const store = async ({ client, tables }: RunningTables, tallies: readonly Tally[]) => {
  for (const { organisation, hmrc, counters } of tallies) {
    const Item = { scope: `1#year#${year}`, entry: hmrc ? `${organisation}#hmrc` : organisation, ...counters }
    await client.send(new PutCommand({ TableName: tables.figures, Item }))
  }
}

const figuresFrom = (tallies: readonly Tally[]) =>
  figuresOf({
    year,
    asAt: localDate('2026-04-30'),
    cutOff: cutOffOf(year, referenceData.policy.cutOffs),
    organisations: [...referenceData.organisations.values()],
    tallies,
    unanswered: new Map(),
  })

const milliseconds = async (act: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await act()
  return performance.now() - began
}

const readAt = async (running: RunningTables, endpoint: string) => {
  const metering = await meter(endpoint)
  const client = clientTo(metering.endpoint)
  const { metered } = await metering.during(() =>
    figuresStore({ client, figures: running.tables.figures }).yearTallies(year),
  )
  client.destroy()
  await metering.close()
  return costOf(metered)
}

const rounds = 15

/** Figure 9: the counters of 100,000 referrals read and made into a year's figures, in turns with PostgreSQL. */
const againstPostgres = async (running: RunningTables): Promise<Row> => {
  const what = 'the live figures of 100,000 referrals against PostgreSQL’s group-by'
  const target = '≤ 0.25 of its time'
  const peer = await groupByInPostgres(100_000)
  if (!peer) return { figure: 9, what, target, measured: 'skipped: PostgreSQL is not installed', met: null }
  const own = { AWS_REGION: 'eu-west-2', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' }
  Object.assign(process.env, { ...own, AWS_ENDPOINT_URL_DYNAMODB: running.endpoint })
  const read = figuresStore({ client: documentClient(), figures: running.tables.figures })
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await milliseconds(async () => figuresFrom(await read.yearTallies(year))))
    theirs.push(await milliseconds(peer.groupBy))
  }
  await peer.close()
  const ratio = median(ours) / median(theirs)
  const measured = `${short(ratio)}: ${short(median(ours))} ms against ${short(median(theirs))}`
  return { figure: 9, what, target, measured, met: ratio <= 0.25 }
}

/** Figures 8 and 9: what it takes to read a year's counters, however many referrals they have counted. */
export const liveFigures = async (): Promise<readonly Row[]> => {
  const lives = await sampleLives()
  const running = await startTables()
  const rows: Row[] = []
  try {
    for (const many of volumes) {
      await store(running, tally(spread(lives, many)))
      const { read, roundTrips } = await readAt(running, running.endpoint)
      rows.push({
        figure: 8,
        what: `reading the counters of ${many.toLocaleString('en-GB')} referrals`,
        target: '≤ 10 read, ≤ 2 round trips',
        measured: `${short(read)} read, ${roundTrips} round trips`,
        met: read <= 10 && roundTrips <= 2,
      })
      if (many === 100_000) rows.push(await againstPostgres(running))
    }
  } finally {
    await running.close()
  }
  return rows
}
