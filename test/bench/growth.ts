/**
 * Lets the tables grow and tells what grows with them, in read units and round trips by AWS's rules:
 * `npm run bench:growth`, some minutes; `GROWTH=500,2000,8000` says how far. docs/performance.md goes on from there by
 * arithmetic.
 */
import { assessYear } from '../../shared/actions/assessments/assess-year.ts'
import { yearFigures } from '../../shared/actions/assessments/year-figures.ts'
import { localDate } from '../../shared/domain/dates.ts'
import { reportingYearOf } from '../../shared/domain/reporting-year.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'
import { figuresStore } from '../../shared/store/figures-store.ts'
import { referralStore } from '../../shared/store/referral-store.ts'
import { inLondon } from '../support/referrals.ts'
import { clientTo, startTables } from '../support/tables.ts'
import { meter } from './meter/meter.ts'
import { costOf } from './support/costs.ts'
import { fill } from './support/fill.ts'
import { sampleLives } from './support/population.ts'

const volumes = (process.env['GROWTH'] ?? '500,2000,8000').split(',').map(Number)
const year = reportingYearOf(localDate('2025-06-01'))
const asAt = localDate('2026-04-30')

const running = await startTables()
const metering = await meter(running.endpoint)
const client = clientTo(metering.endpoint)
const dependencies = {
  referrals: referralStore({ client, referrals: running.tables.referrals }),
  figures: figuresStore({ client, figures: running.tables.figures }),
  reference: referenceData,
  clock: { now: () => inLondon(asAt) },
}

const measured: Readonly<Record<string, () => Promise<unknown>>> = {
  'one referral': () => dependencies.referrals.find('R-0000-0001'),
  'a page of a work list': () => dependencies.referrals.open('metropolitan', ' ', 25),
  'a year live, naming who is outstanding': () => yearFigures(dependencies)(year, asAt),
  'a year from its histories, to freeze it': () => assessYear(dependencies)(year, asAt),
}

const lives = await sampleLives()
let stored = 0
console.log(
  '| referrals | | read units | round trips | for each referral |\n| ---: | --- | ---: | ---: | ---: |',
)
for (const many of volumes) {
  await fill(running, lives, stored, many)
  stored = many
  for (const [name, read] of Object.entries(measured)) {
    const { metered } = await metering.during(read)
    const cost = costOf(metered)
    console.log(
      `| ${many} | ${name} | ${cost.read} | ${cost.roundTrips} | ${(cost.read / many).toFixed(3)} |`,
    )
  }
}
client.destroy()
await metering.close()
await running.close()
