import { readFile } from 'node:fs/promises'

/** An e-mail as it stands in GOV.UK Notify before it is sent: with ((placeholders)), the body in Notify's markdown. */
export type EmailTemplate = { readonly subject: string; readonly body: string }

const layout = /^Subject: (?<subject>[^\n]+)\n\n(?<body>.*\S)\s*$/s

/** Reads a template's text: a line `Subject: …`, an empty line, the body. Throws on any other layout. */
export const parseTemplate = (text: string): EmailTemplate => {
  const { subject, body } = layout.exec(text.replaceAll('\r\n', '\n'))?.groups ?? {}
  if (!subject || !body)
    throw new Error('An e-mail template is a line "Subject: …", an empty line and a body')
  return { subject: subject.trim(), body }
}

/** Reads a template file. */
export const readTemplate = async (path: string | URL): Promise<EmailTemplate> =>
  parseTemplate(await readFile(path, 'utf8'))
