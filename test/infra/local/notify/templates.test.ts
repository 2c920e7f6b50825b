import { describe, expect, test } from 'vitest'
import { render } from '../../../../infra/local/notify/render.ts'
import { parseTemplate, readTemplate } from '../../../../infra/local/notify/templates.ts'

describe('a template file', () => {
  test('is a subject, an empty line and a body', () => {
    expect(parseTemplate('Subject: Hello ((name)) \n\nFirst\n\n* second\n\n')).toEqual({
      subject: 'Hello ((name))',
      body: 'First\n\n* second',
    })
  })

  test('may end its lines as Windows does', () => {
    expect(parseTemplate('Subject: One\r\n\r\nTwo\r\nThree')).toEqual({ subject: 'One', body: 'Two\nThree' })
  })

  test.each([
    '',
    'Hello',
    'Subject: One\nTwo',
    'Subject: \n\nTwo',
    'Subject: One\n\n \n',
    ' Subject: One\n\nTwo',
  ])('laid out otherwise is a fault: %j', (text) => {
    expect(() => parseTemplate(text)).toThrow('An e-mail template is')
  })
})

const shown = (body: string, personalisation: Parameters<typeof render>[1]) => {
  const rendered = render({ subject: 'S', body }, personalisation)
  return rendered.ok ? rendered.body : rendered.missing
}

describe('rendering', () => {
  test('fills in every placeholder of subject and body', () => {
    const template = { subject: '((n)) for  ((who))', body: 'Dear ((who)),\n\n((n)) and ((n))' }
    expect(render(template, { who: 'Kent', n: 3 })).toEqual({
      ok: true,
      subject: '3 for Kent',
      body: 'Dear Kent,\n\n3 and 3',
    })
  })

  test('takes names whatever their case, spaces, hyphens and underscores', () => {
    expect(shown('((First Name)) ((first_name)) ((FIRST-NAME))', { firstname: 'A' })).toBe('A A A')
  })

  test('makes bullet points of a list in the body and a sentence of it in the subject', () => {
    const template = { subject: '((l))', body: 'These:((l))' }
    expect(render(template, { l: ['a', ' ', null, 'b ', 'c'] })).toEqual({
      ok: true,
      subject: 'a, b and c',
      body: 'These:\n\n* a\n* b\n* c',
    })
    expect(shown('These:((l))', { l: [] })).toBe('These:')
  })

  test.each([
    ['yes', 'Hello friend??!'],
    [true, 'Hello friend??!'],
    ['no', 'Hello'],
    [false, 'Hello'],
    ['', 'Hello'],
  ])('shows a conditional text for %j as %j', (value, expected) => {
    expect(shown('Hello((warm?? friend??!))', { warm: value })).toBe(expected)
  })

  test('names what is missing, once each, and leaves extra values be', () => {
    const template = { subject: '((a))', body: '((b)) ((A)) ((c??text)) ((d))' }
    expect(render(template, { d: 'here', b: null, e: 'extra' })).toEqual({
      ok: false,
      missing: ['A', 'b', 'c'],
    })
  })

  test('does not read a placeholder, or a dollar sign, out of a value', () => {
    expect(shown('((a))', { a: '((b)) $& $1' })).toBe('((b)) $& $1')
  })
})

const digest = () => readTemplate(new URL('../../../../seeds/emails/reminder-digest.txt', import.meta.url))

describe('the reminder digest', () => {
  const personalisation = {
    organisation: 'Kent Police',
    summary: '2 referrals are overdue',
    referrals: '* R-7K3M-9QXD: first return 3 days overdue\n* R-2B4C-6D8E: first return 1 day overdue',
    link: 'http://127.0.0.1:3000/referrals',
  }

  test('asks for what the sender has to give and nothing else', async () => {
    expect(render(await digest(), {})).toEqual({
      ok: false,
      missing: ['organisation', 'summary', 'referrals', 'link'],
    })
  })

  test('says in the subject who owes what, and keeps the list a list of Notify’s', async () => {
    const rendered = render(await digest(), personalisation)
    expect(rendered).toMatchObject({ ok: true, subject: 'Kent Police: 2 referrals are overdue' })
    expect(rendered).toHaveProperty('body', expect.stringContaining(`\n\n${personalisation.referrals}\n\n`))
    expect(rendered).toHaveProperty('body', expect.stringContaining(`\n\n${personalisation.link}\n\n`))
  })
})
