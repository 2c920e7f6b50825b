import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { NotifyClient } from 'notifications-node-client'
import { expect, onTestFinished, test } from 'vitest'
import { templateFiles } from '../../../seeds/emails/templates.ts'
import { cleanupOf } from '../../../infra/local/cleanup.ts'
import { startOutsideServices } from '../../../infra/local/stand-ins.ts'
import { dataDirectory } from './support/data-directory.ts'
import { takeReceipts } from './notify/receipts-taker.ts'
import { delivering } from './notify/running-notify.ts'

const arn = (name: string) => `arn:aws:secretsmanager:eu-west-2:000000000000:secret:${name}`
const templates = Object.fromEntries(
  Object.keys(templateFiles).map((variable, index) => [
    variable,
    `00000000-0000-4000-8000-00000000000${index}`,
  ]),
)
const secrets = { NOTIFY_SECRET_ARN: arn('RemindersNotifyKey'), RECEIPTS_SECRET_ARN: arn('ReceiptsToken') }

const start = async (environment: Readonly<Record<string, string>>, url = 'http://127.0.0.1:9') => {
  const dataDir = dataDirectory()
  const cleanup = cleanupOf()
  onTestFinished(cleanup.run)
  const options = {
    environment,
    dataDir,
    sessionSecret: 'sealed',
    url,
    now: () => new Date(),
    say: () => undefined,
  }
  const { notify, secretsUrl } = await startOutsideServices(options, cleanup)
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = new SecretsManagerClient({ endpoint: secretsUrl, region: 'eu-west-2', credentials })
  cleanup.opened(client, (opened) => opened.destroy())
  const secret = async (id: string) =>
    (await client.send(new GetSecretValueCommand({ SecretId: id }))).SecretString ?? ''
  return { notify, secret }
}

const anything = {
  personalisation: {
    organisation: 'Kent Police',
    summary: '1 referral is overdue',
    referrals: '* R-7K3M-9QXD',
    link: 'http://127.0.0.1:9/referrals',
    role: 'head of unit',
    referral: 'R-7K3M-9QXD',
    due: 'acknowledgement is due today',
  },
}

test('every e-mail can be sent with the key in the secret, and its receipt bears the token in the other', async () => {
  const { url, taken } = await takeReceipts(() => 200)
  const { notify, secret } = await start({ ...templates, ...secrets }, new URL(url).origin)
  const delivered = delivering(notify)
  const client = new NotifyClient(notify.url, await secret(secrets.NOTIFY_SECRET_ARN))
  for (const id of Object.values(templates)) await client.sendEmail(id, 'psd@kent.example', anything)
  await delivered()
  expect(notify.mailbox().map(({ subject }) => subject)).toEqual([
    'Kent Police: 1 referral is overdue',
    'Kent Police: urgent referral R-7K3M-9QXD',
    'Kent Police: 1 referral is overdue',
    'You are now a contact for Kent Police',
  ])
  const token = await secret(secrets.RECEIPTS_SECRET_ARN)
  expect(token).not.toBe(notify.apiKey)
  expect(taken.map(({ authorization }) => authorization)).toEqual(Array(4).fill(`Bearer ${token}`))
})

test('no receipt is sent where no function has a token for it', async () => {
  const { url, taken } = await takeReceipts(() => 200)
  const { NOTIFY_SECRET_ARN } = secrets
  const { notify, secret } = await start({ ...templates, NOTIFY_SECRET_ARN }, new URL(url).origin)
  const delivered = delivering(notify)
  const client = new NotifyClient(notify.url, await secret(NOTIFY_SECRET_ARN))
  await client.sendEmail(templates['REMINDER_TEMPLATE_ID'] ?? '', 'psd@kent.example', anything)
  await delivered()
  expect(notify.mailbox()).toMatchObject([{ status: 'delivered' }])
  expect(taken).toEqual([])
  await expect(secret(secrets.RECEIPTS_SECRET_ARN)).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  })
})

test('one template id for two e-mails is refused', async () => {
  const id = '00000000-0000-4000-8000-000000000000'
  await expect(start({ REMINDER_TEMPLATE_ID: id, URGENT_TEMPLATE_ID: id })).rejects.toMatchObject({
    name: 'StartRefused',
    message: expect.stringContaining('URGENT_TEMPLATE_ID'),
  })
})
