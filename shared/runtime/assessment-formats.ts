import type { Format } from '../reports/assessment/format.ts'
import type { Problem } from '../contracts/problem.ts'
import { ok, type Result } from '../domain/result.ts'
import { preferred } from './accept.ts'

/** The media types of an assessment, as `Accept` names them. */
const assessmentTypes = {
  'application/json': 'json',
  'text/csv': 'csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'text/html': 'html',
} as const satisfies Record<string, Format>

/** The format that a caller would rather have; JSON when it doesn't say. Refuses (406) one that there is not. */
export const formatAsked = (accept: string | undefined): Result<Format, Problem> => {
  const type = preferred(
    accept,
    'application/json',
    'text/csv',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'text/html',
  )
  return type.ok ? ok(assessmentTypes[type.value]) : type
}
