import type * as z from 'zod'
import type { Receipt } from '../../../shared/actions/receipt.ts'
import type { DraftValues } from '../../../shared/contracts/draft.ts'
import type { Principal } from '../../../shared/domain/principal.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../dependencies.ts'
import { moveTo, refuse, type PageAnswer, type PageRequest, type Serve } from '../page.ts'
import { receiptPath } from '../receipt-path.ts'
import type { FormErrors } from './errors.ts'
import { errorsOf, readForm, type Fields } from './fields.ts'

/** A form that changes the referral of its path, by the action that the API's route calls. */
export type ReferralForm<Body> = {
  readonly schema: z.ZodType<Body>
  readonly fields: Fields
  readonly act: (
    dependencies: Dependencies,
  ) => (
    principal: Principal,
    id: string,
    body: Body,
  ) => Promise<Result<{ readonly receipt: Receipt }, Refusal>>
  /** The form again, with what was typed and what is wrong with it. */
  readonly page: (
    request: PageRequest,
    dependencies: Dependencies,
    values: DraftValues,
    errors: FormErrors,
  ) => PageAnswer | Promise<PageAnswer>
  /** What was meant by a form, where a browser does not send all of it. */
  readonly meant?: (form: DraftValues) => DraftValues
}

/** Takes a form that was sent: does what it says and moves to the receipt, or shows it again with its errors. */
export const changeReferralBy =
  <Body>({ schema, fields, act, page, meant = (form) => form }: ReferralForm<Body>): Serve =>
  async (request, dependencies) => {
    const { principal, params, form } = request
    const id = params['id'] ?? ''
    const body = readForm(schema, fields, meant(form))
    if (!body.ok) return page(request, dependencies, form, body.problem)
    const done = await act(dependencies)(principal, id, body.value)
    if (done.ok) return moveTo(receiptPath(done.value.receipt), [id])
    const errors = errorsOf(done.problem, fields)
    return errors ? page(request, dependencies, form, errors) : refuse(done.problem)
  }
