import { expect, test } from 'vitest'
import { payloadOf } from '../../../../infra/local/schedules/payload.ts'
import { fixtureDeployment } from '../support/fixture.ts'

const [schedule] = fixtureDeployment().schedules
const at = new Date('2026-03-29T07:00:00Z')
const payload = (input: string | undefined) => schedule && payloadOf({ ...schedule, input }, at)

test('puts the scheduled time and the rest into the input', () => {
  const input =
    '{"at":"<aws.scheduler.scheduled-time>","by":"<aws.scheduler.schedule-arn>","try":<aws.scheduler.attempt-number>,"odd":"<aws.other>"}'
  expect(payload(input)).toEqual({
    at: '2026-03-29T07:00:00Z',
    by: schedule?.arn,
    try: 1,
    odd: '<aws.other>',
  })
})

test('without an input, the event is the scheduler’s own', () => {
  expect(payload(undefined)).toMatchObject({
    source: 'aws.scheduler',
    'detail-type': 'Scheduled Event',
    time: '2026-03-29T07:00:00Z',
    resources: [schedule?.arn],
  })
})
