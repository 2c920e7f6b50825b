import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { compareEmails } from '../../../infra/emails/compare.ts'
import { type EmailTemplate, readTemplate, templateFiles } from '../../../seeds/emails/templates.ts'
import { runNotify } from '../local/notify/running-notify.ts'

const ids = {
  REMINDER_TEMPLATE_ID: '00000000-0000-4000-8000-000000000001',
  URGENT_TEMPLATE_ID: '00000000-0000-4000-8000-000000000002',
  ESCALATION_TEMPLATE_ID: '00000000-0000-4000-8000-000000000003',
  BRIEFING_TEMPLATE_ID: '00000000-0000-4000-8000-000000000004',
}
const ours: Record<string, EmailTemplate> = {}

beforeAll(async () => {
  const { REMINDER_TEMPLATE_ID, URGENT_TEMPLATE_ID, ESCALATION_TEMPLATE_ID, BRIEFING_TEMPLATE_ID } = ids
  ours[REMINDER_TEMPLATE_ID] = await readTemplate(templateFiles.REMINDER_TEMPLATE_ID)
  ours[URGENT_TEMPLATE_ID] = await readTemplate(templateFiles.URGENT_TEMPLATE_ID)
  ours[ESCALATION_TEMPLATE_ID] = await readTemplate(templateFiles.ESCALATION_TEMPLATE_ID)
  ours[BRIEFING_TEMPLATE_ID] = await readTemplate(templateFiles.BRIEFING_TEMPLATE_ID)
})

/** What the script's environment is when Notify has our templates but for these. */
const environmentWith = async (theirs: Record<string, EmailTemplate>) => {
  const notify = await runNotify({ templates: { ...ours, ...theirs } })
  onTestFinished(notify.close)
  return { ...ids, NOTIFY_BASE_URL: notify.url, NOTIFY_API_KEY: notify.apiKey }
}
const changed = (id: string, change: (text: string) => string): Record<string, EmailTemplate> => {
  const { subject = '', body = '' } = ours[id] ?? {}
  return { [id]: { subject: change(subject), body: change(body) } }
}

const windows = (lines: string) => `${lines.replaceAll('\n', ' \r\n')}\r\n`

test('the same texts are no difference, whatever their line ends and trailing space', async () => {
  expect(await compareEmails(await environmentWith(changed(ids.URGENT_TEMPLATE_ID, windows)))).toEqual([])
})

test('a line that differs is shown as it is here and as it is in Notify', async () => {
  const theirs = changed(ids.REMINDER_TEMPLATE_ID, (lines) => lines.replace('Hello', 'Dear colleague'))
  expect(await compareEmails(await environmentWith(theirs))).toEqual([
    'reminder-digest.txt: not what Notify has (- here, + there)',
    expect.stringMatching(/^ {2}[-+] (Hello|Dear colleague)$/),
    expect.stringMatching(/^ {2}[-+] (Hello|Dear colleague)$/),
  ])
})

test('a subject and a line more in Notify are differences too', async () => {
  const { subject = '', body = '' } = ours[ids.BRIEFING_TEMPLATE_ID] ?? {}
  const theirs = { [ids.BRIEFING_TEMPLATE_ID]: { subject: 'Another', body: `${body}\nmore` } }
  const [, ...differences] = await compareEmails(await environmentWith(theirs))
  const expected = [`  - Subject: ${subject}`, '  + Subject: Another', '  + more']
  expect(differences.toSorted()).toEqual(expected.toSorted())
})

test('a template that is not there, or whose id nobody gave, is named', async () => {
  const environment = await environmentWith({})
  const unknown = '11111111-2222-4333-8444-555555555555'
  const asked = { ...environment, REMINDER_TEMPLATE_ID: unknown, URGENT_TEMPLATE_ID: '' }
  expect(await compareEmails(asked)).toEqual([
    `reminder-digest.txt: Notify has no template ${unknown}`,
    'urgent-referral.txt: set URGENT_TEMPLATE_ID to the id of its template in Notify',
  ])
})

test('a key that Notify refuses is a fault, told without the key', async () => {
  const environment = await environmentWith({})
  const NOTIFY_API_KEY = environment.NOTIFY_API_KEY.replace(/.{36}$/, '00000000-0000-4000-8000-000000000000')
  await expect(compareEmails({ ...environment, NOTIFY_API_KEY })).rejects.toThrow(
    /^GOV.UK Notify answered 403: AuthError, Invalid token: API key not found$/,
  )
})

const script = fileURLToPath(new URL('../../../infra/emails/compare.ts', import.meta.url))

const runScript = async (env: Record<string, string>) => {
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { status: child.exitCode, out, err }
}

test('the script says what differs, and its exit status whether anything does', async () => {
  const same = await environmentWith({})
  expect(await runScript(same)).toEqual({ status: 0, out: 'Notify has the same texts.\n', err: '' })
  const theirs = changed(ids.ESCALATION_TEMPLATE_ID, (lines) => lines.replace('UKFIU', 'NCA'))
  const { status, out } = await runScript(await environmentWith(theirs))
  expect(status).toBe(1)
  expect(out).toContain('escalation-digest.txt: not what Notify has')
})

test('without a key the script says so', async () => {
  const { status, err } = await runScript(ids)
  expect(status).toBe(1)
  expect(err).toContain('NOTIFY_API_KEY')
})
