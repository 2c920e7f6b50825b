import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { organisationsFile } from '../../shared/contracts/reference-data.ts'
import type { NamedOrganisation } from './identity/principals.ts'
import { type EmailTemplate, readTemplate } from './notify/templates.ts'
import { root } from './settings.ts'

/** Every organisation that can sign in. */
export const readOrganisations = async (): Promise<readonly NamedOrganisation[]> => {
  const text = await readFile(join(root, 'seeds/organisations.json'), 'utf8')
  return organisationsFile.parse(JSON.parse(text)).organisations
}

/** The e-mails that the stand-in of GOV.UK Notify can send, by the variable that gives functions their template's id. */
const templateFiles = { REMINDER_TEMPLATE_ID: 'reminder-digest.txt' } as const

/** The e-mails by template id, as far as the functions' environment names them. */
export const readTemplates = async (
  environment: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, EmailTemplate>>> => {
  const named = Object.entries(templateFiles).flatMap(([variable, file]) => {
    const id = environment[variable]
    return id === undefined ? [] : [{ id, file }]
  })
  const templates = await Promise.all(
    named.map(async ({ id, file }) => [id, await readTemplate(join(root, 'seeds/emails', file))] as const),
  )
  return Object.fromEntries(templates)
}
