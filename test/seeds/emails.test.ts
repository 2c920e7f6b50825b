import { readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { parseTemplate, readTemplate, templateFiles } from '../../seeds/emails/templates.ts'

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

const placeholders: Readonly<Record<string, readonly string[]>> = {
  'reminder-digest.txt': ['link', 'organisation', 'referrals', 'summary'],
  'urgent-referral.txt': ['due', 'link', 'organisation', 'referral'],
  'escalation-digest.txt': ['link', 'organisation', 'referrals', 'role', 'summary'],
  'contact-briefing.txt': ['link', 'organisation', 'referrals', 'role', 'summary'],
}
const files = Object.values(templateFiles)

const placeholdersIn = (text: string) =>
  [...new Set([...text.matchAll(/\(\(([^()]*)\)\)/g)].map(([, name = '']) => name))].toSorted()

test('every text of the folder is an e-mail that functions know', async () => {
  const found = await readdir(new URL('../../seeds/emails/', import.meta.url))
  expect(found.filter((file) => file.endsWith('.txt'))).toEqual(files.toSorted())
})

describe.each(files)('%s', (file) => {
  test('asks for what its sender gives and nothing else', async () => {
    const { subject, body } = await readTemplate(file)
    expect(placeholdersIn(subject + body)).toEqual(placeholders[file])
  })

  test('says whom it is for in the subject', async () => {
    expect((await readTemplate(file)).subject).toContain('((organisation))')
  })

  test('keeps lists and links paragraphs of their own', async () => {
    const { body } = await readTemplate(file)
    const paragraphs = body.split('\n\n')
    expect(paragraphs).toContain('((link))')
    expect(paragraphs.filter((each) => each.includes('((referrals))'))).toEqual(
      placeholders[file]?.includes('referrals') ? ['((referrals))'] : [],
    )
  })

  test('says nothing of what referrals are about, and asks that replies do neither', async () => {
    const { subject, body } = await readTemplate(file)
    expect(`${subject} ${body}`).not.toMatch(/\bSARs?\b|suspicious activity|corrupt|misconduct|criminal/i)
    expect(body).toContain('Please keep details of cases out of email')
  })

  test('is read in a minute and threatens nobody', async () => {
    const { body } = await readTemplate(file)
    expect(body.split(/\s+/).length).toBeLessThan(150)
    expect(body).not.toMatch(/\bmust\b|fail|immediately|sanction|consequence|!/i)
    expect(body).toMatch(/^Hello\n\n/)
    expect(body).toMatch(/\n\nUKFIU, National Crime Agency$/)
  })
})
