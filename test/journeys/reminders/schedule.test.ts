import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { reminderQueuesOf } from '../../support/engines.ts'
import { resourcesOf } from '../../infra/constructs/synthesized.ts'
import { openOffice, type Office } from './office-hours.ts'

/** A schedule that fires twice or not at all, and messages that nobody can do, each in the running service. */

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await office.clockTo('2026-06-01T10:00:00Z')
})
afterAll(() => office.close())

const queues = async <Value>(use: (those: ReturnType<typeof reminderQueuesOf>) => Promise<Value>) => {
  const those = reminderQueuesOf(office.service)
  const value = await use(those)
  those.close()
  return value
}

describe('the schedule', () => {
  test('fires twice on a day: each e-mail is sent once', async () => {
    const id = await office.register('kent', '2026-06-01')
    await office.clockTo('2026-06-02T10:00:00Z')
    await office.clockTo('2026-06-02T06:59:00Z')
    await office.clockTo('2026-06-02T10:00:00Z')
    // The queue itself drops what it took within five minutes; later it would not.
    await queues(({ deliverAgain }) =>
      deliverAgain({ kind: 'digest', organisation: 'kent', on: '2026-06-02' }),
    )
    await office.drained()
    expect(await office.mailsTo('kent')).toEqual([`2026-06-02 psd ${id}`])
  })

  test('is missed for three working days: the highest step alone is sent, and what it passed over is recorded', async () => {
    const id = await office.register('essex', '2026-06-02', true)
    await office.drained()
    await office.offUntil('2026-06-10T06:30:00Z')
    await office.clockTo('2026-06-10T10:00:00Z')
    expect(await office.mailsTo('essex')).toEqual([`2026-06-02 psd ${id}`, `2026-06-10 psd ${id}`])
    expect(await office.remindedOf(id)).toEqual([
      { on: '2026-06-02', sent: ['acknowledgement referred'], passedOver: [] },
      { on: '2026-06-10', sent: ['first_return due_soon'], passedOver: ['acknowledgement overdue'] },
    ])
  })
})

const alarms = resourcesOf('AWS::CloudWatch::Alarm', z.object({ AlarmDescription: z.string() }))

describe('a message that fails every time', () => {
  const names = (sussex: string, ukfiu: string) =>
    Promise.all([
      office.nameContacts('sussex', [{ role: 'unit_mailbox', email: `psd@${sussex}` }]),
      office.nameContacts('ukfiu', [{ role: 'ukfiu_manager', email: `manager@${ukfiu}` }]),
    ])
  let ids: readonly string[] = []

  test('is set aside, day after day, and nobody else waits for it', async () => {
    // Addresses that Notify refuses.
    await names('sussex-.example', 'ukfiu-.example')
    await office.drained()
    const first = await office.register('sussex', '2026-06-10')
    await office.clockTo('2026-06-11T10:00:00Z')
    ids = [first, await office.register('sussex', '2026-06-11')].toSorted()
    const kents = await office.register('kent', '2026-06-11')
    await office.clockTo('2026-06-12T10:00:00Z')
    expect(await office.mailsTo('sussex')).toEqual([])
    expect(await office.mailsTo('kent')).toContain(`2026-06-12 psd ${kents}`)
  })

  test('has an alarm, by whose words whoever is on duty finds who was not reminded, and why', async () => {
    const text = [...alarms.values()]
      .map(({ AlarmDescription }) => AlarmDescription)
      .find((description) => description.includes('redrive reminders-dead.fifo'))
    const [, functionName = '', message = ''] =
      /the function ([\w-]+): filter \{ \$\.message = "([^"]+)" \}/.exec(text ?? '') ?? []
    const found = await office.logged(functionName, message)
    expect([...new Set(found.map(({ organisation }) => organisation))]).toEqual(['sussex'])
    expect(JSON.stringify(found)).toContain('name one, then redrive')
    const runbook = await readFile('docs/runbook.md', 'utf8')
    expect(runbook).toContain(`{ $.message = "${message}" }`)
    expect(runbook).toContain('start-message-move-task')
  })

  test('is redriven once the cause is mended: what is still due is sent, once for all the days', async () => {
    await names('sussex.police.example', 'ukfiu.example')
    await office.drained()
    const before = await office.mailsTo('sussex')
    const moved = await queues(({ redrive }) => redrive())
    expect(moved).toEqual(
      ['2026-06-11', '2026-06-12'].map((on) => ({ kind: 'digest', organisation: 'sussex', on })),
    )
    await office.drained()
    expect((await office.mailsTo('sussex')).slice(before.length)).toEqual([`2026-06-12 psd ${ids.join(' ')}`])
    expect(await queues(({ redrive }) => redrive())).toEqual([])
  })

  test('half done before, is not done again from the start: nobody hears of it twice', async () => {
    const id = await office.register('surrey', '2026-05-18')
    const faults = [
      { kind: 'none', times: 1 },
      { kind: 'server_error', times: 5 },
    ]
    await office.must(200, office.service.call('POST', '/local/notify/faults', { faults }))
    await office.clockTo('2026-06-15T10:00:00Z')
    expect(await office.mailsTo('surrey')).toEqual([`2026-06-15 psd ${id}`])
    expect(await office.remindedOf(id)).toEqual([])
    const moved = await queues(({ redrive }) => redrive())
    expect(moved).toHaveLength(1)
    await office.drained()
    await queues(async ({ deliverAgain }) => {
      for (const message of moved) await deliverAgain(message)
    })
    await office.drained()
    expect(await office.mailsTo('surrey')).toEqual([`2026-06-15 psd ${id}`, `2026-06-15 head-of-psd ${id}`])
    expect(await office.remindedOf(id)).toMatchObject([{ sent: ['acknowledgement chase'] }])
  })
})
