/** What an assessment is to be had as. */
export const formats = ['json', 'csv', 'xlsx', 'docx', 'html'] as const
export type Format = (typeof formats)[number]
