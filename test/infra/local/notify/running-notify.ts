import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type NotifyStandIn, openNotify } from '../../../../infra/local/notify/notify.ts'

export const templateId = '0c2e7d1a-5b1f-4a53-9f0e-6b6f1f2f3a4b'
const templates = { [templateId]: { subject: 'For ((who))', body: 'Dear ((who)),\n\nAnswer.' } }

/** The stand-in over a data folder that is there. */
export const openOver = (dataDir: string, now = () => new Date()): Promise<NotifyStandIn> =>
  openNotify({ dataDir, templates, now })

export const newFolder = () => mkdtemp(join(tmpdir(), 'notify-'))

/** The stand-in over a folder of its own, which goes when it closes. */
export const runNotify = async (now?: () => Date): Promise<NotifyStandIn> => {
  const dataDir = await newFolder()
  const standIn = await openOver(dataDir, now)
  const close = async () => {
    await standIn.close()
    await rm(dataDir, { recursive: true })
  }
  return { ...standIn, close }
}
