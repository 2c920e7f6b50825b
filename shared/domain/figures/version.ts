/** `internal` shows everything and is OFFICIAL-SENSITIVE; `published` gives nobody away. */
export const versions = ['internal', 'published'] as const
export type Version = (typeof versions)[number]
