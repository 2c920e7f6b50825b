import { readFile } from 'node:fs/promises'

/** An e-mail as it stands in GOV.UK Notify before it is sent: with ((placeholders)), the body in Notify's markdown. */
export type EmailTemplate = { readonly subject: string; readonly body: string }

/** The texts of this folder, each by the variable that gives the functions its template's id in GOV.UK Notify. */
export const templateFiles = {
  REMINDER_TEMPLATE_ID: 'reminder-digest.txt',
  URGENT_TEMPLATE_ID: 'urgent-referral.txt',
  ESCALATION_TEMPLATE_ID: 'escalation-digest.txt',
  BRIEFING_TEMPLATE_ID: 'contact-briefing.txt',
} as const

const layout = /^Subject: (?<subject>[^\n]+)\n\n(?<body>.*\S)\s*$/s

/** Reads a template's text: a line `Subject: …`, an empty line, the body. Throws on any other layout. */
export const parseTemplate = (text: string): EmailTemplate => {
  const { subject, body } = layout.exec(text.replaceAll('\r\n', '\n'))?.groups ?? {}
  if (!subject || !body)
    throw new Error('An e-mail template is a line "Subject: …", an empty line and a body')
  return { subject: subject.trim(), body }
}

/** Reads one of the texts of this folder. */
export const readTemplate = async (file: string): Promise<EmailTemplate> =>
  parseTemplate(await readFile(new URL(file, import.meta.url), 'utf8'))
