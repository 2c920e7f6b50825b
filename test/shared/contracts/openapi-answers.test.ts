import { expect, test } from 'vitest'
import type * as z from 'zod'
import type { editionView } from '../../../functions/assessments/edition-view.ts'
import type { RowResult } from '../../../shared/actions/import-referrals.ts'
import type { LearningPoint } from '../../../shared/actions/list-learning.ts'
import type { DueReviews } from '../../../shared/actions/list-reviews.ts'
import type { AccessLogPage } from '../../../shared/actions/read-access-log.ts'
import type { NonResponses } from '../../../shared/actions/read-non-responses.ts'
import type { Statement } from '../../../shared/actions/read-statement.ts'
import type { Receipt } from '../../../shared/actions/receipt.ts'
import type { ReferralView } from '../../../shared/actions/view.ts'
import { answers } from '../../../shared/contracts/answers.ts'
import type { ShownContact } from '../../../shared/contracts/items.ts'
import type { Problem } from '../../../shared/contracts/problem.ts'
import type { problem } from '../../../shared/contracts/answers/plain.ts'
import type { AnnualSummary } from '../../../shared/domain/figures/summary.ts'
import type { Organisation } from '../../../shared/domain/organisation.ts'
import type { History } from '../../../shared/domain/referral/events.ts'

/*
 * What the actions return and what the contract promises, as types, so that the compiler sees it when they part. That
 * nothing more is answered than is promised, however deep, is seen where the running service is asked.
 */

type Plain<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends readonly (infer Item)[]
    ? Plain<Item>[]
    : { -readonly [Key in keyof Value]: Plain<Value[Key]> }

type KeysOfEach<Union> = Union extends readonly (infer Item)[]
  ? KeysOfEach<Item>
  : Union extends object
    ? keyof Union
    : never

/** `true` when everything made is as promised; else what is not. */
type Keeps<Made, Promised extends z.ZodType> = [Plain<Made>] extends [z.input<Promised>]
  ? [Exclude<KeysOfEach<Made>, KeysOfEach<z.input<Promised>>>] extends [never]
    ? true
    : { readonly unpromised: Exclude<KeysOfEach<Made>, KeysOfEach<z.input<Promised>>> }
  : { readonly made: Plain<Made>; readonly promised: z.input<Promised> }

type Answers = typeof answers
type Events = { items: (History[number] & { receipt: Receipt })[] }

const kept = {
  readReferral: true satisfies Keeps<ReferralView, Answers['readReferral']>,
  acknowledge: true satisfies Keeps<ReferralView & { receipt: Receipt }, Answers['acknowledge']>,
  listReferrals: true satisfies Keeps<
    { items: readonly ReferralView[]; next: string | null },
    Answers['listReferrals']
  >,
  readHistory: true satisfies Keeps<Events, Answers['readHistory']>,
  importReferrals: true satisfies Keeps<{ items: readonly RowResult[] }, Answers['importReferrals']>,
  readNonResponses: true satisfies Keeps<NonResponses, Answers['readNonResponses']>,
  listReviews: true satisfies Keeps<DueReviews, Answers['listReviews']>,
  listLearning: true satisfies Keeps<{ items: readonly LearningPoint[] }, Answers['listLearning']>,
  listOrganisations: true satisfies Keeps<{ items: Organisation[] }, Answers['listOrganisations']>,
  readContacts: true satisfies Keeps<{ contacts: readonly ShownContact[] }, Answers['readContacts']>,
  readStatement: true satisfies Keeps<Statement, Answers['readStatement']>,
  readAssessment: true satisfies Keeps<AnnualSummary, Answers['readAssessment']>,
  freezeEdition: true satisfies Keeps<ReturnType<typeof editionView>, Answers['freezeEdition']>,
  listEditions: true satisfies Keeps<{ items: ReturnType<typeof editionView>[] }, Answers['listEditions']>,
  readAccessLog: true satisfies Keeps<AccessLogPage, Answers['readAccessLog']>,
}

const problemKept = true satisfies Keeps<Problem, typeof problem>

test('every answer is held against what the contract promises', () => {
  const held = Object.entries(answers).filter(([name]) => Object.hasOwn(kept, name))
  const schemas = new Set<z.ZodType>(held.map(([, schema]) => schema))
  const free = Object.entries(answers).filter(([, schema]) => !schemas.has(schema))
  expect(free.map(([name]) => name)).toEqual(['readOpenApi', 'health'])
  expect(problemKept).toBe(true)
})
