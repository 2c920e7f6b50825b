import type { Page } from '../../page.ts'
import { accessLogPath, searchAccessLog } from './access-log.ts'
import { downloadAccessLog } from './download.ts'

/** The pages of auditors. */
export const auditPages = {
  'search the access log': {
    method: 'GET',
    path: accessLogPath,
    allowed: ['auditor'],
    logged: 'consultation',
    serve: searchAccessLog,
  },
  'take entries of the access log away': {
    method: 'GET',
    path: `${accessLogPath}/download`,
    allowed: ['auditor'],
    logged: 'disclosure',
    serve: downloadAccessLog,
  },
} as const satisfies Readonly<Record<string, Page>>
