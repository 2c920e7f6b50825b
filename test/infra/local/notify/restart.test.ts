import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { NotifyClient } from 'notifications-node-client'
import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { delivering, newFolder, openOver, templateId } from './running-notify.ts'

const started = z.object({ url: z.string(), apiKey: z.string() })

/** A process of its own, so that it can be killed with no chance to tidy up. */
const serveElsewhere = async (dataDir: string) => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./serve.ts', import.meta.url)), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line]: unknown[] = await once(createInterface(child.stdout), 'line')
  const { url, apiKey } = started.parse(JSON.parse(z.string().parse(line)))
  const kill = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return { client: new NotifyClient(url, apiKey), kill }
}

test('a kill -9 right after an answer loses no e-mail, and the order is kept', async () => {
  const dataDir = await newFolder()
  onTestFinished(() => rm(dataDir, { recursive: true }))
  const elsewhere = await serveElsewhere(dataDir)
  const sent: string[] = []
  for (const who of ['a', 'b', 'c', 'd', 'e']) {
    const answer = await elsewhere.client.sendEmail(templateId, 'psd@kent.example.uk', {
      personalisation: { who },
      reference: `to ${who}`,
    })
    sent.push(answer.data.id)
  }
  await elsewhere.kill()

  const again = await openOver(dataDir)
  expect(again.mailbox().map(({ id }) => id)).toEqual(sent)
  expect(again.mailbox()[2]).toMatchObject({ reference: 'to c', subject: 'For c' })
  const client = new NotifyClient(again.url, again.apiKey)
  const { notifications } = (await client.getNotifications('email', undefined, 'to e')).data
  expect(notifications.map(({ id }) => id)).toEqual(sent.slice(-1))
  expect(await delivering(again)()).toEqual({ drained: true })
  expect(again.mailbox().map(({ status }) => status)).toEqual(Array(5).fill('delivered'))
  await again.close()
})
