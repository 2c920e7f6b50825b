import { NotifyClient } from 'notifications-node-client'
import { diff } from 'node:util'
import * as z from 'zod'
import { type EmailTemplate, readTemplate, templateFiles } from '../../seeds/emails/templates.ts'
import { faultWithoutRequest } from '../../shared/runtime/notify-problem.ts'

const Environment = z.object({
  NOTIFY_API_KEY: z.string().min(1),
  NOTIFY_BASE_URL: z.url().default('https://api.notifications.service.gov.uk'),
})
const Answer = z.object({ data: z.object({ subject: z.string(), body: z.string() }) })
const notThere = z.object({ response: z.object({ status: z.literal(404) }) })

const templateIn = async (notify: NotifyClient, id: string): Promise<EmailTemplate | undefined> => {
  try {
    return Answer.parse(await notify.getTemplateById(id)).data
  } catch (error) {
    if (notThere.safeParse(error).success) return undefined
    throw faultWithoutRequest(error)
  }
}

const linesOf = ({ subject, body }: EmailTemplate): string[] =>
  [`Subject: ${subject.trim()}`, '', ...body.trim().split(/\r?\n/)].map((line) => line.trimEnd())

/** What is only in the repository is marked with -, what is only in Notify with +. */
const differencesOf = (ours: EmailTemplate, theirs: EmailTemplate): string[] =>
  diff(linesOf(ours), linesOf(theirs)).flatMap(([operation, line]) =>
    operation === 0 ? [] : [`  ${operation === 1 ? '-' : '+'} ${line}`],
  )

const compareOne = async (notify: NotifyClient, file: string, id: string): Promise<string[]> => {
  const theirs = await templateIn(notify, id)
  if (!theirs) return [`${file}: Notify has no template ${id}`]
  const differences = differencesOf(await readTemplate(file), theirs)
  return differences.length === 0 ? [] : [`${file}: not what Notify has (- here, + there)`, ...differences]
}

/**
 * Compares the texts in seeds/emails with the templates in GOV.UK Notify, as the environment says: NOTIFY_API_KEY,
 * NOTIFY_BASE_URL (Notify itself without it) and the variables that carry the templates' ids. Answers with a line for
 * everything that is not the same or could not be compared; none when all is the same. Throws when Notify can't be read.
 */
export const compareEmails = async (
  variables: Readonly<Record<string, string | undefined>>,
): Promise<readonly string[]> => {
  const { NOTIFY_API_KEY, NOTIFY_BASE_URL } = Environment.parse(variables)
  const notify = new NotifyClient(NOTIFY_BASE_URL, NOTIFY_API_KEY)
  const found = Object.entries(templateFiles).map(async ([variable, file]) => {
    const id = variables[variable]
    return id
      ? compareOne(notify, file, id)
      : [`${file}: set ${variable} to the id of its template in Notify`]
  })
  return (await Promise.all(found)).flat()
}

if (import.meta.main) {
  try {
    const differences = await compareEmails(process.env)
    console.log(differences.length === 0 ? 'Notify has the same texts.' : differences.join('\n'))
    if (differences.length > 0) process.exitCode = 1
  } catch (error) {
    console.error(error instanceof z.ZodError ? z.prettifyError(error) : String(error))
    process.exitCode = 1
  }
}
