/** The kinds of processing that section 62 of the Data Protection Act 2018 has logged. */
export const processings = [
  'collection',
  'alteration',
  'consultation',
  'disclosure',
  'combination',
  'erasure',
] as const
export type Processing = (typeof processings)[number]
