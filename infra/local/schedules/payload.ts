import { randomUUID } from 'node:crypto'
import { account, region } from '../template/resolver.ts'
import type { Schedule } from '../template/schedules.ts'

/** The event a schedule's target is given for one firing: the template's input, otherwise the scheduler's own. */
export const payloadOf = ({ arn, input }: Schedule, at: Date): unknown => {
  // The scheduler writes moments to the second.
  const time = at.toISOString().replace(/\.\d{3}Z$/, 'Z')
  const id = randomUUID()
  if (input === undefined) return ownEvent({ arn, time, id })
  const words: Readonly<Record<string, string>> = {
    'scheduled-time': time,
    'schedule-arn': arn,
    'execution-id': id,
    'attempt-number': '1',
  }
  const text = input.replace(/<aws\.scheduler\.([a-z-]+)>/g, (whole, word: string) => words[word] ?? whole)
  return JSON.parse(text)
}

const ownEvent = ({ arn, time, id }: { arn: string; time: string; id: string }) => ({
  version: '0',
  id,
  'detail-type': 'Scheduled Event',
  source: 'aws.scheduler',
  account,
  time,
  region,
  resources: [arn],
  detail: '{}',
})
