import { rungs } from '../../../../../shared/domain/response-policy.ts'
import { ageBands, isInBand } from './age.ts'
import type { Line } from './lines.ts'

const owables = ['acknowledgement', 'first_return', 'progress_update'] as const

const countBy = (lines: readonly Line[]) =>
  owables.map((what) => ({ what, count: lines.filter(({ owed }) => owed === what).length }))

/** Pieces of a bar, each beginning where the one before it ends, in hundredths of the longest bar. */
const piecesOf = (counts: readonly { readonly what: string; readonly count: number }[], most: number) => {
  let x = 0
  return counts.map(({ what, count }) => {
    const width = most === 0 ? 0 : (count / most) * 100
    const piece = { what, x: x.toFixed(2), width: width.toFixed(2) }
    x += width
    return piece
  })
}

/** The rows of the chart by age: how many of each kind in each band, and the oldest in it. */
export const bandsOf = (lines: readonly Line[]) => {
  const rows = ageBands.map((band) => {
    const within = lines.filter(({ daysOverdue }) => isInBand(band, daysOverdue))
    return { code: band.code, text: band.text, total: within.length, counts: countBy(within) }
  })
  const most = Math.max(...rows.map(({ total }) => total))
  return rows.map((row) => ({ ...row, pieces: piecesOf(row.counts, most) }))
}

type Reminder = NonNullable<Line['last']>

/** Of several on one day, the one that went the furthest up. */
const latestAndHighest = (one: Reminder, other: Reminder): number =>
  one.on === other.on ? rungs.indexOf(other.rung) - rungs.indexOf(one.rung) : one.on < other.on ? 1 : -1

/** The lines of each organisation with what they add up to, in the order of the oldest first. */
export const organisationsOf = (lines: readonly Line[]) =>
  [...Map.groupBy(lines, ({ organisation }) => organisation)]
    .map(([code, theirs]) => {
      const oldest = theirs.toSorted((one, other) => other.daysOverdue - one.daysOverdue)[0]
      const reminded = theirs.flatMap(({ last }) => (last ? [last] : []))
      return {
        code,
        name: oldest?.organisationName ?? code,
        oldest,
        lines: theirs,
        owed: countBy(theirs).filter(({ count }) => count > 0),
        last: reminded.toSorted(latestAndHighest)[0],
        escalated: theirs.filter(({ escalated }) => escalated).length,
        governance: theirs.filter(({ governance }) => governance).length,
      }
    })
    .toSorted((one, other) => (other.oldest?.daysOverdue ?? 0) - (one.oldest?.daysOverdue ?? 0))
