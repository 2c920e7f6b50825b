import { createServer, type RequestListener } from 'node:http'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { notifier } from '../../../shared/runtime/notifier.ts'
import type { NotifyStandIn } from '../../../infra/local/notify/notify.ts'
import { runNotify, templateId } from '../../infra/local/notify/running-notify.ts'

let notify: NotifyStandIn

beforeAll(async () => {
  notify = await runNotify()
})
afterAll(async () => {
  await notify.close()
})

const ours = () => notifier({ apiKey: notify.apiKey, baseUrl: notify.url })
const email = (differing: Partial<{ templateId: string; to: string; reference: string }> = {}) => ({
  templateId,
  to: 'psd@kent.example.uk',
  reference: 'a reminder',
  personalisation: { who: 'Kent' },
  ...differing,
})

describe('sending', () => {
  test('answers the id under which the e-mail is found', async () => {
    const sent = await ours().sendEmail(email({ reference: 'sent' }))
    expect(sent).toEqual({ ok: true, value: { id: notify.mailbox().at(-1)?.id } })
    expect(notify.mailbox().at(-1)).toMatchObject({
      reference: 'sent',
      to: 'psd@kent.example.uk',
      subject: 'For Kent',
    })
  })

  test('an address that Notify refuses is a value, which does not repeat the address', async () => {
    expect(await ours().sendEmail(email({ to: 'not an address' }))).toEqual({
      ok: false,
      problem: { kind: 'address_refused', detail: 'email_address Not a valid email address' },
    })
  })

  test.each([
    ['an unknown template', { templateId: '11111111-2222-4333-8444-555555555555' }, 'Template not found'],
    ['a template id that is none', { templateId: 'digest' }, 'template_id is not a valid UUID'],
  ])('%s is a fault of ours', async (_what, differing, message) => {
    await expect(ours().sendEmail(email(differing))).rejects.toThrow(message)
  })

  test('a key that Notify does not know is a fault', async () => {
    const stranger = notify.apiKey.replace(/.{36}$/, '00000000-0000-4000-8000-000000000000')
    const request = notifier({ apiKey: stranger, baseUrl: notify.url }).sendEmail(email())
    await expect(request).rejects.toThrow(
      'GOV.UK Notify answered 403: AuthError, Invalid token: API key not found',
    )
  })
})

describe('finding by reference', () => {
  test('answers the newest e-mail: to whom it went and what it said', async () => {
    await ours().sendEmail(email({ reference: 'found' }))
    const second = await ours().sendEmail(email({ reference: 'found', to: 'head@kent.example.uk' }))
    await ours().sendEmail(email({ reference: 'another' }))
    const found = await ours().findByReference('found')
    expect(found).toEqual({
      id: notify.mailbox().at(-2)?.id,
      to: 'head@kent.example.uk',
      body: 'Dear Kent,\n\nAnswer.',
    })
    expect(second).toEqual({ ok: true, value: { id: found?.id } })
  })

  test('answers undefined when there is none', async () => {
    expect(await ours().findByReference('never sent')).toBeUndefined()
  })

  test('takes any text for a reference', async () => {
    const reference = 'kent|2026-06-01 & to=unit/é?'
    await ours().sendEmail(email({ reference }))
    expect(await ours().findByReference(reference)).toMatchObject({ id: notify.mailbox().at(-1)?.id })
  })
})

/** Another server where Notify should be, until the test ends. */
const serve = async (listener: RequestListener) => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`
}

const answering = (status: number, body: string) =>
  serve(
    (_request, response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(body),
  )

describe('when Notify is unwell', () => {
  const tooMany = JSON.stringify({
    status_code: 429,
    errors: [
      {
        error: 'RateLimitError',
        message: 'Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds',
      },
    ],
  })

  test.each([
    [429, tooMany, 'GOV.UK Notify answered 429: RateLimitError, Exceeded rate limit'],
    [
      500,
      '{"status_code":500,"errors":[{"error":"Exception","message":"Internal server error"}]}',
      'answered 500: Exc',
    ],
    [502, '<html>', 'GOV.UK Notify answered 502'],
    [201, '{"what":"is this"}', 'GOV.UK Notify gave no answer'],
  ])('an answer of %i is thrown', async (status, body, message) => {
    const unwell = notifier({ apiKey: notify.apiKey, baseUrl: await answering(status, body) })
    await expect(unwell.sendEmail(email())).rejects.toThrow(message)
    await expect(unwell.findByReference('x')).rejects.toThrow(message)
  })

  test('an address where nobody listens is thrown', async () => {
    const gone = await runNotify()
    await gone.close()
    const unwell = notifier({ apiKey: gone.apiKey, baseUrl: gone.url })
    await expect(unwell.sendEmail(email())).rejects.toThrow('ECONNREFUSED')
  })

  test('an answer that never comes is given up', async () => {
    const baseUrl = await serve(() => undefined)
    const unwell = notifier({ apiKey: notify.apiKey, baseUrl, patienceMs: 50 })
    await expect(unwell.sendEmail(email())).rejects.toThrow('GOV.UK Notify gave no answer: none within 50 ms')
  })

  test('nothing thrown carries the address, the text, the reference or the signed token', async () => {
    const unwell = notifier({ apiKey: notify.apiKey, baseUrl: await answering(500, '{}') })
    const thrown: unknown = await unwell.sendEmail(email()).catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(Error)
    expect(Object.keys(Object(thrown))).toEqual([])
    expect(thrown).not.toHaveProperty('cause')
    expect(String(thrown)).toBe('Error: GOV.UK Notify answered 500')
  })
})
