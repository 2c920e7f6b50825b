import type { Clock } from '../actions/ports.ts'
import { instantAt } from '../domain/dates.ts'

/** The time of the machine. */
export const systemClock: Clock = { now: () => instantAt(Date.now()) }
