import type { PublishedRoute } from '../../answers.ts'
import type { Operation } from './operation.ts'
import { assessmentOperations } from './assessments.ts'
import { referralOperations } from './referrals.ts'
import { reportOperations } from './reports.ts'
import { returnOperations } from './returns.ts'

/** What each published route is for. */
export const operations: Readonly<Record<PublishedRoute, Operation>> = {
  ...reportOperations,
  ...returnOperations,
  ...referralOperations,
  ...assessmentOperations,
}
