import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'

const outcomes = ['delivered', 'temporary-failure', 'permanent-failure'] as const

/** What became of an e-mail in the end. */
export type Outcome = (typeof outcomes)[number]

const email = z.object({
  id: z.string(),
  reference: z.string().nullable(),
  to: z.string(),
  subject: z.string(),
  body: z.string(),
  sentAt: z.string(),
  templateId: z.string(),
  // An older data folder has e-mails without these.
  status: z.enum(['created', ...outcomes]).default('delivered'),
  completedAt: z.string().nullable().default(null),
})

/**
 * An e-mail that was accepted; `sentAt` and, once its status is final, `completedAt` are ISO 8601 instants in UTC by
 * the service's clock.
 */
export type Email = z.infer<typeof email>

/** What Notify's list can be narrowed by; `olderThan` is the id of an e-mail. */
type MailboxFilter = {
  readonly reference?: string | undefined
  readonly olderThan?: string | undefined
  readonly statuses?: readonly string[] | undefined
}

/** When one of these that writes returns, what it wrote is on file and a kill can't lose it. */
export type Mailbox = {
  readonly add: (email: Email) => void
  /** Gives an e-mail its final status. */
  readonly complete: (id: string, outcome: Outcome, completedAt: string) => Email
  /** Nothing more will be done about an e-mail: its receipt was taken, was given up, or nobody wants one. */
  readonly settle: (id: string) => void
  /** Everything that isn't settled, in the order of sending. */
  readonly unsettled: () => readonly Email[]
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
  CREATE TABLE IF NOT EXISTS unsettled (sequence INTEGER PRIMARY KEY);
  CREATE TRIGGER IF NOT EXISTS unsettledAtFirst AFTER INSERT ON emails
    BEGIN INSERT INTO unsettled VALUES (new.sequence); END;
`
const completing = `
  UPDATE emails SET email = json_set(email, '$.status', :outcome, '$.completedAt', :completedAt) WHERE id = :id
  RETURNING email
`
const settling = 'DELETE FROM unsettled WHERE sequence = (SELECT sequence FROM emails WHERE id = ?)'
const newestFirst = `
  SELECT email FROM emails
  WHERE (:reference IS NULL OR reference = :reference)
    AND (:olderThan IS NULL OR sequence < (SELECT sequence FROM emails WHERE id = :olderThan))
    AND (:statuses IS NULL OR COALESCE(email ->> '$.status', 'delivered') IN (SELECT value FROM json_each(:statuses)))
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
  const complete = database.prepare(completing)
  const settle = database.prepare(settling)
  const open = database.prepare('SELECT email FROM unsettled JOIN emails USING (sequence) ORDER BY sequence')
  const byId = database.prepare('SELECT email FROM emails WHERE id = ?')
  const byAge = database.prepare(newestFirst)
  const inOrder = database.prepare('SELECT email FROM emails ORDER BY sequence')
  return {
    add: (added) => void insert.run(added.id, added.reference, JSON.stringify(added)),
    complete: (id, outcome, completedAt) => emailOf(complete.get({ id, outcome, completedAt })),
    settle: (id) => void settle.run(id),
    unsettled: () => open.all().map(emailOf),
    find: (id) => {
      const found = byId.get(id)
      return found && emailOf(found)
    },
    newest: ({ reference = null, olderThan = null, statuses }, limit) =>
      byAge
        .all({ reference, olderThan, limit, statuses: statuses ? JSON.stringify(statuses) : null })
        .map(emailOf),
    all: () => inOrder.all().map(emailOf),
    close: () => database.close(),
  }
}
