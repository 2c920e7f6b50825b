import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type EmailTemplate, readTemplate, templateFiles } from '../../seeds/emails/templates.ts'
import { organisationsFile } from '../../shared/contracts/reference-data.ts'
import type { NamedOrganisation } from './identity/principals.ts'
import { root } from './settings.ts'
import { StartRefused } from './start-refused.ts'

/** Every organisation that can sign in. */
export const readOrganisations = async (): Promise<readonly NamedOrganisation[]> => {
  const text = await readFile(join(root, 'seeds/organisations.json'), 'utf8')
  return organisationsFile.parse(JSON.parse(text)).organisations
}

/**
 * The e-mails that the stand-in of GOV.UK Notify can send, by template id, as far as the functions' environment names
 * them. Refuses one id for two of them.
 */
export const readTemplates = async (
  environment: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, EmailTemplate>>> => {
  const named = Object.entries(templateFiles).flatMap(([variable, file]) => {
    const id = environment[variable]
    return id === undefined ? [] : [{ id, file }]
  })
  const ids = new Set(named.map(({ id }) => id))
  if (ids.size < named.length) throw new StartRefused(sharedId)
  const templates = await Promise.all(
    named.map(async ({ id, file }) => [id, await readTemplate(file)] as const),
  )
  return Object.fromEntries(templates)
}

const sharedId = `Every e-mail needs a template id of its own: look at ${Object.keys(templateFiles).join(', ')}.`
