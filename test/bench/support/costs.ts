import type { Metered } from '../meter/meter.ts'

/** What something costs: units by AWS's rules, and how often somebody waits for an answer of DynamoDB. */
export type Cost = { readonly written: number; readonly read: number; readonly roundTrips: number }

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** The sum of some requests. */
export const costOf = (metered: readonly Metered[]): Cost => ({
  written: sum(metered.map(({ written }) => written)),
  read: sum(metered.map(({ read }) => read)),
  roundTrips: new Set(metered.map(({ roundTrip }) => roundTrip)).size,
})

const isLog = ({ tables }: Metered) => tables.some((table) => table.startsWith('AccessLog'))

/** What was asked of the access log, and all the rest. */
export const apart = (metered: readonly Metered[]) => ({
  accessLog: costOf(metered.filter(isLog)),
  own: costOf(metered.filter((each) => !isLog(each))),
})
