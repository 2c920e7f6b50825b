import { expect, test } from 'vitest'
import type { InvocationResult } from '../../../../infra/local/lambda/sandbox.ts'
import { runUnattended } from '../../../../infra/local/schedules/unattended.ts'
import { fixtureDeployment } from '../support/fixture.ts'

const { functions } = fixtureDeployment()
const morning = 'arn:aws:lambda:eu-west-2:000000000000:function:MorningFunction'
const api = 'arn:aws:lambda:eu-west-2:000000000000:function:ApiFunction'
const failure: InvocationResult = {
  ok: false,
  timedOut: false,
  error: { errorType: 'Error', errorMessage: 'no' },
}

/** Runs a function that fails so many times, and tells how often it was tried and what was set aside where. */
const run = async (functionArn: string, failures: number) => {
  let attempts = 0
  const setAside: unknown[] = []
  await runUnattended(
    {
      functions,
      invoke: () => Promise.resolve(attempts++ < failures ? failure : { ok: true, payload: null }),
      setAside: (queue, account) => Promise.resolve(void setAside.push([queue, account])),
    },
    { functionArn, event: { day: 1 }, deadLetterArn: 'dead-letters' },
  )
  return { attempts, setAside }
}

test('a run that succeeds is run once', async () => {
  expect(await run(morning, 0)).toEqual({ attempts: 1, setAside: [] })
})

test('a run that fails is tried again', async () => {
  expect(await run(morning, 1)).toEqual({ attempts: 2, setAside: [] })
})

test('one that goes on failing is set aside where the function says', async () => {
  const lostTo = 'arn:aws:sqs:eu-west-2:000000000000:missed-runs'
  expect(await run(morning, 9)).toEqual({
    attempts: 2,
    setAside: [[lostTo, expect.objectContaining({ attempts: 2, requestPayload: { day: 1 } })]],
  })
})

test('and where the function says nothing, with Lambda’s own two retries and in the queue of the schedule', async () => {
  expect(await run(api, 9)).toMatchObject({ attempts: 3, setAside: [['dead-letters', {}]] })
})
