/** How old a non-response is, in bands of calendar days since its date. */
export const ageBands = [
  { code: 'to-14', from: 1, to: 14, text: 'Up to 2 weeks' },
  { code: 'to-30', from: 15, to: 30, text: '2 weeks to 1 month' },
  { code: 'to-90', from: 31, to: 90, text: '1 to 3 months' },
  { code: 'to-180', from: 91, to: 180, text: '3 to 6 months' },
  { code: 'to-365', from: 181, to: 365, text: '6 months to 1 year' },
  { code: 'over-365', from: 366, to: Number.POSITIVE_INFINITY, text: 'More than 1 year' },
] as const
export type AgeBand = (typeof ageBands)[number]

export const isInBand = ({ from, to }: AgeBand, days: number): boolean => days >= from && days <= to
