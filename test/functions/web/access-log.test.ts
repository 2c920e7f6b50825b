import { expect, test } from 'vitest'
import { askedOf } from '../../../functions/web/pages/audit/asked.ts'
import { localDate } from '../../../shared/domain/dates.ts'

const today = localDate('2026-06-03')
const asked = (query: Record<string, string>) => {
  const read = askedOf({ query, today }, '50')
  return read.ok ? read.value : read.problem
}

test('the log of a day leaves out the service’s own check until somebody asks for it', () => {
  expect(asked({})).toMatchObject({ canary: 'left_out' })
  expect(asked({ canary: 'shown' })).toMatchObject({ canary: 'shown' })
  expect(asked({ canary: 'perhaps' })).toMatchObject({ canary: 'left_out' })
})
