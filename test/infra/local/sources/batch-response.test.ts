import { expect, test } from 'vitest'
import { undoneItems } from '../../../../infra/local/sources/batch-response.ts'

const items = ['a', 'b', 'c']
const failure = { ok: false, timedOut: false, error: { errorType: 'E', errorMessage: 'm' } } as const
const answer = (payload: unknown) => ({ ok: true, payload }) as const

test.each([
  ['nothing reported', answer(null), []],
  ['an empty report', answer({ batchItemFailures: [] }), []],
  ['a report that is null', answer({ batchItemFailures: null }), []],
  ['an answer about something else', answer({}), []],
  ['one reported', answer({ batchItemFailures: [{ itemIdentifier: 'b' }] }), ['b']],
  ['one that is not in the batch', answer({ batchItemFailures: [{ itemIdentifier: 'z' }] }), items],
  ['an empty identifier', answer({ batchItemFailures: [{ itemIdentifier: '' }] }), items],
  ['an identifier that is null', answer({ batchItemFailures: [{ itemIdentifier: null }] }), items],
  ['another key', answer({ batchItemFailures: [{ item: 'b' }] }), items],
  ['an error', failure, items],
])('%s', (_, result, undone) => {
  expect([...undoneItems(result, items, true)]).toEqual(undone)
})

test('a mapping that takes no reports knows success and failure only', () => {
  expect([...undoneItems(answer({ batchItemFailures: [{ itemIdentifier: 'b' }] }), items, false)]).toEqual([])
  expect([...undoneItems(failure, items, false)]).toEqual(items)
})
