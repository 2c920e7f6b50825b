import { expect, test } from 'vitest'
import * as z from 'zod'
import { PlainFormatter } from '../../../shared/runtime/log-formatter.ts'

/** What becomes of a fault in a log line. */
const logged = (fault: unknown) => {
  if (!(fault instanceof Error)) throw new Error('Nothing was thrown')
  const formatted = new PlainFormatter().formatError(fault)
  return { text: JSON.stringify(formatted), fault: formatted }
}

const thrownBy = (action: () => unknown): unknown => {
  try {
    return action()
  } catch (fault) {
    return fault
  }
}

const pat = 'Pat Brook'
const schema = z.strictObject({ history: z.array(z.strictObject({ by: z.enum(['ukfiu']) })) })

test.each([
  ['a value', { history: [{ by: pat }] }, 'invalid_value at history.0.by'],
  ['a name', { history: [], [pat]: 1 }, 'unrecognized_keys at the root'],
])('a schema that finds %s which it does not expect says only where', (_, item, message) => {
  const { text, fault } = logged(thrownBy(() => schema.parse(item)))
  expect(fault).toMatchObject({ message })
  expect(text).not.toContain(pat)
})

test('text that is no JSON is not quoted', () => {
  expect(logged(thrownBy(() => JSON.parse(pat))).text).not.toContain('Pat')
})

test('what hangs on an error is left out, but for the request that AWS knows it by', () => {
  const error = Object.assign(new Error('The conditional request failed'), {
    $metadata: { requestId: '7QJV' },
    Item: { note: { S: pat } },
  })
  const { text, fault } = logged(error)
  expect(fault).toMatchObject({ message: 'The conditional request failed', awsServiceRequestId: '7QJV' })
  expect(text).not.toContain(pat)
})

test('causes are followed, and every fault says where in the code it arose', () => {
  const cause = thrownBy(() => schema.parse({ history: [{ by: pat }] }))
  const { text, fault } = logged(new Error('The item cannot be read', { cause }))
  expect(fault).toMatchObject({
    message: 'The item cannot be read',
    stack: expect.arrayContaining([expect.stringContaining('log-formatter.test')]),
    cause: { name: expect.stringContaining('ZodError'), message: 'invalid_value at history.0.by' },
  })
  expect(text).not.toContain(pat)
})
