import { NotifyClient } from 'notifications-node-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NotifyStandIn } from '../../../../infra/local/notify/notify.ts'
import { runNotify, templateId } from './running-notify.ts'

let notify: NotifyStandIn
let client: NotifyClient

beforeAll(async () => {
  notify = await runNotify()
  client = new NotifyClient(notify.url, notify.apiKey)
})
afterAll(async () => {
  await notify.close()
})

const send = (reference: string, to = 'psd@kent.example.uk', who = 'Kent') =>
  client.sendEmail(templateId, to, { personalisation: { who }, reference })

/** What the client throws, as far as its users read it. */
const refusalOf = (request: Promise<unknown>) =>
  request.then(
    () => ({ response: 'none: it was accepted' }),
    (error: unknown) => error,
  )
const refused = (status: number, error: string, ...messages: string[]) => ({
  response: {
    status,
    data: { status_code: status, errors: messages.map((message) => ({ error, message })) },
  },
})

const nothingThere = '00000000-0000-4000-8000-000000000000'

describe('an e-mail', () => {
  test('is rendered, answered and found again by its id', async () => {
    const { status, data } = await send('one')
    expect(status).toBe(201)
    expect(data).toMatchObject({
      reference: 'one',
      content: { subject: 'For Kent', body: 'Dear Kent,\n\nAnswer.' },
      uri: `${notify.url}/v2/notifications/${data.id}`,
      template: { id: templateId, version: 1 },
    })
    const found = (await client.getNotificationById(data.id)).data
    expect(found).toMatchObject({
      id: data.id,
      reference: 'one',
      email_address: 'psd@kent.example.uk',
      type: 'email',
      status: 'created',
      subject: 'For Kent',
      body: 'Dear Kent,\n\nAnswer.',
      template: { id: templateId },
    })
  })

  test('is in the mailbox as it was sent', async () => {
    const { data } = await send('in the mailbox')
    expect(notify.mailbox().filter(({ reference }) => reference === 'in the mailbox')).toEqual([
      {
        id: data.id,
        reference: 'in the mailbox',
        to: 'psd@kent.example.uk',
        subject: 'For Kent',
        body: 'Dear Kent,\n\nAnswer.',
        sentAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        templateId,
        status: 'created',
        completedAt: null,
      },
    ])
  })

  test('needs no reference', async () => {
    const { data } = await client.sendEmail(templateId, 'psd@kent.example.uk', {
      personalisation: { who: 'Kent' },
    })
    expect(notify.mailbox().at(-1)).toMatchObject({ id: data.id, reference: null })
  })

  test('sent twice under one reference is two e-mails: Notify does not deduplicate', async () => {
    await send('twice')
    await send('twice')
    expect((await client.getNotifications('email', undefined, 'twice')).data.notifications).toHaveLength(2)
  })
})

const idsOf = async (...query: Parameters<NotifyClient['getNotifications']>) =>
  (await client.getNotifications(...query)).data.notifications.map(({ id }) => id)

describe('the list', () => {
  test('holds what has the reference, newest first, and pages by the last id', async () => {
    const sent: string[] = []
    for (const who of ['a', 'b', 'c']) sent.push((await send('listed', undefined, who)).data.id)
    const newestFirst = sent.toReversed()
    expect(await idsOf('email', 'created', 'listed')).toEqual(newestFirst)
    expect(await idsOf(undefined, undefined, 'listed', newestFirst[1])).toEqual([sent[0]])
    expect(await idsOf(undefined, undefined, 'never used')).toEqual([])
    expect(await idsOf(undefined, undefined, 'listed', '00000000-0000-4000-8000-000000000000')).toEqual([])
  })

  test('is empty for another type or another status', async () => {
    await send('narrowed')
    expect(await idsOf('sms', undefined, 'narrowed')).toEqual([])
    expect(await idsOf('email', 'permanent-failure', 'narrowed')).toEqual([])
  })

  test('links to itself and to the next page, which ends', async () => {
    const { id } = (await send('linked')).data
    const { links } = (await client.getNotifications('email', undefined, 'linked')).data
    const current = `${notify.url}/v2/notifications?template_type=email&reference=linked`
    expect(links).toEqual({ current, next: `${current}&older_than=${id}` })
    const end = (await client.getNotifications('email', undefined, 'linked', id)).data
    expect(end).toEqual({ notifications: [], links: { current: links.next } })
  })

  test.each([
    ['status', ['email', 'lost'], 'status is not one of [cancelled, created, sending'],
    ['type', ['fax'], 'template_type is not one of [sms, email, letter]'],
    ['id', ['email', undefined, undefined, '12'], 'older_than is not a valid UUID'],
  ] as const)(
    'refuses a %s that is not there',
    async (_what, [type, status, reference, olderThan], message) => {
      const refusal = await refusalOf(client.getNotifications(type, status, reference, olderThan))
      expect(refusal).toMatchObject(refused(400, 'ValidationError', expect.stringContaining(message)))
    },
  )
})

/** What became of a request: what it was refused with, and how many e-mails went out all the same. */
const attempt = async (request: () => Promise<unknown>) => {
  const before = notify.mailbox().length
  const refusal = await refusalOf(request())
  return { refusal, sent: notify.mailbox().length - before }
}

describe('a template', () => {
  test('is shown with its placeholders, at its one version', async () => {
    const { data } = await client.getTemplateById(templateId)
    expect(data).toMatchObject({
      id: templateId,
      type: 'email',
      version: 1,
      subject: 'For ((who))',
      body: 'Dear ((who)),\n\nAnswer.',
      personalisation: { who: { required: true } },
    })
    expect((await client.getTemplateByIdAndVersion(templateId, 1)).data).toMatchObject({ id: templateId })
  })

  test.each([
    ['an id that is none', 'digest', 1, refused(400, 'ValidationError', 'id is not a valid UUID')],
    ['an unknown id', nothingThere, 1, refused(404, 'NoResultFound', 'No result found')],
    ['another version', templateId, 2, refused(404, 'NoResultFound', 'No result found')],
  ])('is not there under %s', async (_what, id, version, refusal) => {
    expect(await refusalOf(client.getTemplateByIdAndVersion(id, version))).toMatchObject(refusal)
  })
})

describe('refuses, and sends nothing:', () => {
  test.each([
    'kent',
    'kent@police',
    'a b@kent.uk',
    'a@b@kent.uk',
    'a..b@kent.uk',
    'a@-kent.uk',
    'a@kent.u',
    `a@${'k'.repeat(64)}.uk`,
    '"a"@kent.uk',
    '',
  ])('the address %j', async (address) => {
    const refusal = refused(400, 'ValidationError', 'email_address Not a valid email address')
    expect(await attempt(() => send('bad', address))).toMatchObject({ refusal, sent: 0 })
  })

  test.each([
    ['an unknown template', nothingThere, 'BadRequestError', 'Template not found'],
    ['a template id that is none', 'digest', 'ValidationError', 'template_id is not a valid UUID'],
    ['a placeholder left empty', templateId, 'BadRequestError', 'Missing personalisation: who'],
  ])('%s', async (_what, template, error, message) => {
    const outcome = await attempt(() => client.sendEmail(template, 'a@kent.uk'))
    expect(outcome).toMatchObject({ refusal: refused(400, error, message), sent: 0 })
  })

  test('a reference over 1,000 characters', async () => {
    const refusal = refused(400, 'ValidationError', 'reference is too long')
    expect(await attempt(() => send('x'.repeat(1001)))).toMatchObject({ refusal, sent: 0 })
  })

  test('an e-mail of more than two million bytes', async () => {
    const message = 'Emails cannot be longer than 2000000 bytes. Your message is 2000015 bytes.'
    const refusal = refused(400, 'BadRequestError', message)
    const tooLong = 'é'.repeat(1_000_000)
    expect(await attempt(() => send('too long', undefined, tooLong))).toMatchObject({ refusal, sent: 0 })
  })

  test.each([
    ['x', refused(400, 'ValidationError', 'notification_id is not a valid UUID')],
    [nothingThere, refused(404, 'NoResultFound', 'No result found')],
  ])('a look for the id %s', async (id, refusal) => {
    expect(await refusalOf(client.getNotificationById(id))).toMatchObject(refusal)
  })

  test('a text message, which the stand-in does not do', async () => {
    const refusal = await refusalOf(client.sendSms(templateId, '07700900000'))
    expect(refusal).toMatchObject({ response: { status: 404 } })
  })
})

test.each(['a@kent.police.uk', "o'neill+psd@kent-police.uk", 'A.B@KENT.POLICE.UK', 'a@bücher.example'])(
  'takes the address %j',
  async (address) => {
    await send('good address', address)
    expect(notify.mailbox().at(-1)).toMatchObject({ to: address })
  },
)
