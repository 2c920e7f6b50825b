import { readFileSync, readdirSync } from 'node:fs'

const ticksPerSecond = 100
const pageBytes = 4096

const statOf = (pid: number): readonly string[] => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
  } catch {
    return []
  }
}

/** A process and all that it started; empty when it is gone, or where there is no /proc. */
const tree = (pid: number): readonly number[] => {
  const all = readdirSync('/proc').map(Number).filter(Number.isInteger)
  const parents = new Map(all.map((each) => [each, Number(statOf(each)[1])]))
  const under = (root: number): number[] => [
    root,
    ...all.filter((each) => parents.get(each) === root).flatMap(under),
  ]
  return under(pid)
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** Milliseconds of processor time that processes and all they started have used so far. */
export const cpuMs = (...pids: readonly number[]): number => {
  const stats = pids.flatMap(tree).map(statOf)
  return (sum(stats.map((stat) => Number(stat[11] ?? 0) + Number(stat[12] ?? 0))) * 1000) / ticksPerSecond
}

/** MB of memory that a process and all it started have in use. */
export const memoryMB = (pid: number): number =>
  (sum(tree(pid).map((each) => Number(statOf(each)[21] ?? 0))) * pageBytes) / 1e6
