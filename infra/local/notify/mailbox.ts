import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'

const email = z.object({
  id: z.string(),
  reference: z.string().nullable(),
  to: z.string(),
  subject: z.string(),
  body: z.string(),
  sentAt: z.string(),
  templateId: z.string(),
})

/** An e-mail that was sent; `sentAt` is an ISO 8601 instant in UTC by the service's clock. */
export type Email = z.infer<typeof email>

/** What Notify's list can be narrowed by; `olderThan` is the id of an e-mail. */
type MailboxFilter = {
  readonly reference?: string | undefined
  readonly olderThan?: string | undefined
}

export type Mailbox = {
  /** When this returns, the e-mail is on file and a kill can't lose it. */
  readonly add: (email: Email) => void
  readonly find: (id: string) => Email | undefined
  /** The newest first, at most `limit`. */
  readonly newest: (filter: MailboxFilter, limit: number) => readonly Email[]
  /** Everything, in the order of sending. */
  readonly all: () => readonly Email[]
  readonly close: () => void
}

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS emails (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, reference TEXT, email TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS byReference ON emails (reference);
`
const newestFirst = `
  SELECT email FROM emails
  WHERE (:reference IS NULL OR reference = :reference)
    AND (:olderThan IS NULL OR sequence < (SELECT sequence FROM emails WHERE id = :olderThan))
  ORDER BY sequence DESC LIMIT :limit
`
const row = z.object({ email: z.string() })
const emailOf = (found: unknown): Email => email.parse(JSON.parse(row.parse(found).email))

const openDatabase = (dataDir: string): DatabaseSync => {
  mkdirSync(join(dataDir, 'notify'), { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(join(dataDir, 'notify', 'mailbox.sqlite'))
  database.exec(schema)
  return database
}

/** Opens the mailbox of a data folder. */
export const openMailbox = (dataDir: string): Mailbox => {
  const database = openDatabase(dataDir)
  const insert = database.prepare('INSERT INTO emails (id, reference, email) VALUES (?, ?, ?)')
  const byId = database.prepare('SELECT email FROM emails WHERE id = ?')
  const byAge = database.prepare(newestFirst)
  const inOrder = database.prepare('SELECT email FROM emails ORDER BY sequence')
  return {
    add: (added) => void insert.run(added.id, added.reference, JSON.stringify(added)),
    find: (id) => {
      const found = byId.get(id)
      return found && emailOf(found)
    },
    newest: ({ reference = null, olderThan = null }, limit) =>
      byAge.all({ reference, olderThan, limit }).map(emailOf),
    all: () => inOrder.all().map(emailOf),
    close: () => database.close(),
  }
}
