import { rebuildFigures } from '../../../shared/actions/rebuild-figures.ts'
import { figuresRebuild } from '../../../shared/store/figures-rebuild.ts'
import { referralStore } from '../../../shared/store/referral-store.ts'
import { startTables, type RunningTables } from '../../support/tables.ts'
import { short, type Row } from '../row.ts'
import { fill } from '../support/fill.ts'
import { sampleLives } from '../support/population.ts'

/** 100,000 with `BENCH_REFERRALS=100000`, in some ten minutes more. */
const many = Number(process.env['BENCH_REFERRALS'] ?? 10_000)
/** Read units as the engine tells them, which for reads are AWS's. */
const countingReads = ({ client }: RunningTables) => {
  let units = 0
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const isRead = /Query|Get|Scan/.test(String(context['commandName']))
      const input = isRead ? { ...args.input, ReturnConsumedCapacity: 'TOTAL' } : args.input
      const answer = await next({ ...args, input })
      const used: unknown = isRead && Reflect.get(Object(answer.output), 'ConsumedCapacity')
      units += Number(Reflect.get(Object(used), 'CapacityUnits') ?? 0)
      return answer
    },
    { step: 'initialize', name: 'counting' },
  )
  return () => units
}

const heapMB = () => {
  globalThis.gc?.()
  return process.memoryUsage().rss / 1e6
}

/** Figure 10: every referral counted afresh; memory half way through and at the end is what says whether it grows. */
export const rebuild = async (): Promise<readonly Row[]> => {
  const running = await startTables()
  try {
    await fill(running, await sampleLives(), 0, many)
    const { client, tables } = running
    const read = countingReads(running)
    const every = referralStore({ client, referrals: tables.referrals }).every
    let seen = 0
    let halfWay = 0
    const watched = async function* () {
      for await (const page of every()) {
        seen += page.length
        if (halfWay === 0 && seen >= many / 2) halfWay = heapMB()
        yield page
      }
    }
    const began = performance.now()
    await rebuildFigures({
      referrals: { every: watched },
      rebuild: figuresRebuild({ client, figures: tables.figures }),
    })()
    const seconds = (performance.now() - began) / 1000
    const each = read() / many
    // What a scan of these items reads by itself, consistently: two of some two kilobytes to a unit.
    const before = read()
    for await (const page of every()) seen -= page.length
    const floor = (read() - before) / many
    return [
      {
        figure: 10,
        what: `rebuilding the figures of ${many.toLocaleString('en-GB')} referrals`,
        target: '≤ 1.3 of the read units of a scan',
        measured: `${short(each / floor)}: ${short(each)} read each; ${short(seconds)} s; ${short(halfWay)} MB half way, ${short(heapMB())} at the end`,
        met: each / floor <= 1.3,
      },
    ]
  } finally {
    await running.close()
  }
}
