import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drain } from '../../../../infra/local/drain.ts'
import { type NotifyOptions, type NotifyStandIn, openNotify } from '../../../../infra/local/notify/notify.ts'
import { countActivity } from '../../../../infra/local/sources/activity.ts'

export const templateId = '0c2e7d1a-5b1f-4a53-9f0e-6b6f1f2f3a4b'
const templates = { [templateId]: { subject: 'For ((who))', body: 'Dear ((who)),\n\nAnswer.' } }

type Differing = Partial<Omit<NotifyOptions, 'dataDir'>>

/** The stand-in over a data folder that is there. */
export const openOver = (dataDir: string, differing: Differing = {}): Promise<NotifyStandIn> =>
  openNotify({ dataDir, templates, now: () => new Date(), ...differing })

export const newFolder = () => mkdtemp(join(tmpdir(), 'notify-'))

/** The stand-in over a folder of its own, which goes when it closes. */
export const runNotify = async (differing?: Differing): Promise<NotifyStandIn> => {
  const dataDir = await newFolder()
  const standIn = await openOver(dataDir, differing)
  const close = async () => {
    await standIn.close()
    await rm(dataDir, { recursive: true })
  }
  return { ...standIn, close }
}

/** Begins deliveries; what it answers with waits, as the running service does, until all are made. */
export const delivering = ({ begin }: NotifyStandIn) => {
  const activity = countActivity()
  begin(activity)
  return () => drain({ sources: [], activity })
}
