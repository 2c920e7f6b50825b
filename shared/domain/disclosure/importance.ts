import type { CountTree } from './counts.ts'

/** What withholding a count costs: the totals that readers come for first, the cells of long tables last. */
const bySection: Readonly<
  Record<Exclude<keyof CountTree<never>, 'reportingYear' | 'asAt' | 'countingUnit'>, number>
> = {
  response: 400,
  evidenceOfCorruption: 200,
  timeliness: 150,
  subjectTypes: 20,
  linkTypes: 20,
  corruptionCategories: 20,
  intelligenceValue: 20,
  criminalOutcomes: 15,
  disciplinaryActions: 15,
  actions: 15,
  otherConcerns: 15,
  outstandingByAge: 12,
  responseByMonth: 10,
  dataQuality: 10,
}

/** The referrals made are the base of everything else beside them. */
const totals = 2.5

/** How much a count is wanted, by where it stands: more is worth more. */
export const importanceOf = (path: string): number => {
  const section = Object.entries(bySection).find(([name]) => path.startsWith(`${name}/`))?.[1] ?? 1
  const isTotal = path.endsWith('/referralsMade') || path.endsWith('/referrals')
  return isTotal ? section * totals : section
}
