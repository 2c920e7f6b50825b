import { acknowledging, reminding } from '../../../support/referrals.ts'
import type { Office } from './office.ts'

export const today = '2026-06-12'
export const digest = { kind: 'digest', organisation: 'kent', on: today }
export const one = 'R-0000-0001'
export const two = 'R-0000-0002'
export const three = 'R-0000-0003'
export const refused = 'psd@kent-.example'

/** One to be chased, which goes to the unit and its head, and a new one, which goes to the unit. */
export const twoDue = async (
  { name, register }: Office,
  ...different: Parameters<Office['name']> extends [string, ...infer Rest] ? Rest : never
) => {
  await name('kent', ...different)
  await register(one, 'kent', '2026-04-07', {}, acknowledging('2026-04-07 11:00'), reminding('2026-06-05'))
  await register(two, 'kent', '2026-06-11')
}
export const both = [`unit_mailbox ${one} ${two}`, `head_of_unit ${one}`]
