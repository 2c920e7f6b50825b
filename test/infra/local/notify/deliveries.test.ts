import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { NotifyClient } from 'notifications-node-client'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { drain } from '../../../../infra/local/drain.ts'
import { countActivity } from '../../../../infra/local/sources/activity.ts'
import { delivering, newFolder, openOver, runNotify, templateId } from './running-notify.ts'
import { takeReceipts } from './receipts-taker.ts'

const quiet = { drained: true }
const ordinary = 'psd@kent.example.uk'
const token = 'the token agreed'

type Answer = Parameters<typeof takeReceipts>[0]

const runWith = async (answer: Answer = () => 200) => {
  const { url, taken } = await takeReceipts(answer)
  const said: string[] = []
  const receipts = { url, token, pauseMilliseconds: 1 }
  const notify = await runNotify({ receipts, say: (line) => void said.push(line) })
  onTestFinished(notify.close)
  return { notify, taken, said, ...sendingTo(notify) }
}

const sendingTo = ({ url, apiKey }: { url: string; apiKey: string }) => {
  const client = new NotifyClient(url, apiKey)
  const send = async (to: string, reference = 'a reminder') => {
    const { data } = await client.sendEmail(templateId, to, { personalisation: { who: 'Kent' }, reference })
    return data.id
  }
  const statusOf = async (id: string) => (await client.getNotificationById(id)).data
  return { client, send, statusOf }
}

const addresses = [
  [ordinary, 'delivered'],
  ['delivered@simulator.notify', 'delivered'],
  ['temp-fail@simulator.notify', 'temporary-failure'],
  ['perm-fail@simulator.notify', 'permanent-failure'],
  [' Perm-Fail@simulator.notify', 'permanent-failure'],
] as const

describe('an e-mail', () => {
  test('is created until deliveries begin', async () => {
    const { notify, send, statusOf, taken } = await runWith()
    const id = await send(ordinary)
    expect(await statusOf(id)).toMatchObject({ status: 'created', sent_at: null, completed_at: null })
    expect(taken).toEqual([])
    expect(await delivering(notify)()).toEqual(quiet)
    expect(await statusOf(id)).toMatchObject({ status: 'delivered' })
    expect(taken).toHaveLength(1)
  })

  test.each(addresses)('to %j comes to be %s, and is found under that status', async (to, status) => {
    const { notify, send, statusOf, client } = await runWith()
    const delivered = delivering(notify)
    const id = await send(to)
    await delivered()
    expect(await statusOf(id)).toMatchObject({ status, email_address: to, body: 'Dear Kent,\n\nAnswer.' })
    expect(notify.mailbox()).toMatchObject([{ id, status }])
    const idsUnder = async (wanted: string) =>
      (await client.getNotifications('email', wanted, 'a reminder')).data.notifications.map((each) => each.id)
    expect(await idsUnder(status)).toEqual([id])
    expect(await idsUnder('technical-failure')).toEqual([])
  })

  test('is delivered where nobody wants receipts', async () => {
    const notify = await runNotify()
    onTestFinished(notify.close)
    const delivered = delivering(notify)
    const { send, statusOf } = sendingTo(notify)
    const id = await send('perm-fail@simulator.notify')
    await delivered()
    expect(await statusOf(id)).toMatchObject({ status: 'permanent-failure' })
  })

  test.each(['simulate-delivered', 'simulate-delivered-2', 'simulate-delivered-3'])(
    'to %s is answered, but neither sent nor kept nor reported on',
    async (name) => {
      const { notify, send, client, taken } = await runWith()
      const delivered = delivering(notify)
      const id = await send(`${name}@notifications.service.gov.uk`)
      await delivered()
      expect(id).toMatch(/^[\da-f-]{36}$/)
      expect(notify.mailbox()).toEqual([])
      expect((await client.getNotifications('email', undefined, 'a reminder')).data.notifications).toEqual([])
      expect(taken).toEqual([])
    },
  )
})

describe('a receipt', () => {
  test('says what became of the e-mail, and bears the token', async () => {
    const { url, taken } = await takeReceipts(() => 204)
    const now = new Date()
    const notify = await runNotify({ receipts: { url, token }, now: () => now })
    onTestFinished(notify.close)
    const delivered = delivering(notify)
    const id = await sendingTo(notify).send('perm-fail@simulator.notify', 'reminder/kent/2026-06-01/unit')
    await delivered()
    const instant = now.toISOString().replace('Z', '000Z')
    const receipt = {
      id,
      reference: 'reminder/kent/2026-06-01/unit',
      to: 'perm-fail@simulator.notify',
      status: 'permanent-failure',
      created_at: instant,
      completed_at: instant,
      sent_at: instant,
      notification_type: 'email',
      template_id: templateId,
      template_version: 1,
    }
    expect(taken).toEqual([{ authorization: 'Bearer the token agreed', receipt }])
  })

  test.each<[string, number | undefined]>([
    ['503', 503],
    ['429', 429],
    ['a cut connection', undefined],
  ])('answered with %s is sent again, the same, until it is taken', async (_what, trouble) => {
    const { notify, send, taken, said } = await runWith((count) => (count < 3 ? trouble : 202))
    const delivered = delivering(notify)
    await send(ordinary)
    expect(await delivered()).toEqual(quiet)
    expect(taken).toHaveLength(3)
    expect(new Set(taken.map((each) => JSON.stringify(each))).size).toBe(1)
    expect(said).toEqual([])
  })

  test.each([
    ['is given up after five tries more', 500, 6],
    ['that is refused is not sent again', 404, 1],
    ['whose token is refused is not sent again', 401, 1],
  ])('%s, and somebody is told', async (_what, status, tries) => {
    const { notify, send, taken, said } = await runWith(() => status)
    const delivered = delivering(notify)
    const id = await send(ordinary)
    expect(await delivered()).toEqual(quiet)
    expect(taken).toHaveLength(tries)
    expect(said).toEqual([expect.stringContaining(`${id}: http://127.0.0.1`)])
    expect(said).toEqual([expect.stringMatching(new RegExp(`answered ${status}$`))])
  })

  test('that is not taken yet is waited for', async () => {
    const held = Promise.withResolvers<number>()
    const { notify, send } = await runWith(() => held.promise)
    const activity = countActivity()
    notify.begin(activity)
    await send(ordinary)
    const waitingFor = ['work under way']
    expect(await drain({ sources: [], activity, patienceMilliseconds: 20 })).toEqual({
      drained: false,
      waitingFor,
    })
    held.resolve(200)
    expect(await drain({ sources: [], activity })).toEqual(quiet)
  })

  test('is sent once for each of many e-mails', async () => {
    const { notify, send, taken } = await runWith((count) => (count % 3 === 0 ? 500 : 200))
    const delivered = delivering(notify)
    const references = Array.from({ length: 20 }, (_, index) => `number ${index}`)
    await Promise.all(references.map((reference) => send(ordinary, reference)))
    await delivered()
    const failed = Math.floor(taken.length / 3)
    expect(taken.length - failed).toBe(references.length)
  })
})

describe('over a restart', () => {
  test('a receipt that was not taken is sent again, one that was is not', async () => {
    const dataDir = await newFolder()
    onTestFinished(() => rm(dataDir, { recursive: true }))
    const { url, taken } = await takeReceipts((count) => (count === 2 ? new Promise(() => {}) : 200))
    const receipts = { url, token }

    const before = await openOver(dataDir, { receipts })
    const { send } = sendingTo(before)
    const delivered = delivering(before)
    await send(ordinary, 'taken')
    await delivered()
    await send('temp-fail@simulator.notify', 'under way')
    await vi.waitUntil(() => taken.length === 2)
    await before.close()

    const again = await openOver(dataDir, { receipts })
    expect(await delivering(again)()).toEqual(quiet)
    await again.close()
    const temporary = { reference: 'under way', status: 'temporary-failure' }
    expect(taken.map(({ receipt }) => receipt)).toMatchObject([{ reference: 'taken' }, temporary, temporary])

    const third = await openOver(dataDir, { receipts })
    expect(await delivering(third)()).toEqual(quiet)
    await third.close()
    expect(taken).toHaveLength(3)
  })

  test('e-mails kept by a version without statuses count as delivered, and are not reported on', async () => {
    const dataDir = await newFolder()
    onTestFinished(() => rm(dataDir, { recursive: true }))
    const { url, taken } = await takeReceipts(() => 200)
    keepAsBefore(dataDir)
    const notify = await openOver(dataDir, { receipts: { url, token } })
    onTestFinished(notify.close)
    await delivering(notify)()
    expect(notify.mailbox()).toMatchObject([{ reference: 'old', status: 'delivered' }])
    const { client } = sendingTo(notify)
    const { notifications } = (await client.getNotifications('email', 'delivered', 'old')).data
    expect(notifications).toHaveLength(1)
    expect(taken).toEqual([])
  })
})

const keepAsBefore = (dataDir: string) => {
  mkdirSync(join(dataDir, 'notify'))
  const database = new DatabaseSync(join(dataDir, 'notify', 'mailbox.sqlite'))
  database.exec(
    'CREATE TABLE emails (sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, reference TEXT, email TEXT NOT NULL)',
  )
  const old = { id: randomUUID(), reference: 'old', to: ordinary, subject: 'S', body: 'B', templateId }
  const sentAt = '2026-06-01T07:00:00.000Z'
  database
    .prepare('INSERT INTO emails (id, reference, email) VALUES (?, ?, ?)')
    .run(old.id, old.reference, JSON.stringify({ ...old, sentAt }))
  database.close()
}
