import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Adapter, AdapterPayload } from 'oidc-provider'
import * as z from 'zod'

/** Where the provider keeps sessions, codes and grants: one SQLite file, so that a kill loses nothing. */
export type Artifacts = { readonly adapterFor: (model: string) => Adapter; readonly close: () => void }

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS artifacts (
    model TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL, expiresAt INTEGER,
    uid TEXT, userCode TEXT, grantId TEXT, PRIMARY KEY (model, id)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS byUid ON artifacts (model, uid);
  CREATE INDEX IF NOT EXISTS byGrant ON artifacts (model, grantId);
`
const secondsNow = () => Math.floor(Date.now() / 1000)
const row = z.object({ payload: z.string() })
const isPayload = (value: unknown): value is AdapterPayload => typeof value === 'object' && value !== null

const payloadOf = (found: unknown): AdapterPayload | undefined => {
  if (found === undefined) return undefined
  const payload: unknown = JSON.parse(row.parse(found).payload)
  return isPayload(payload) ? payload : undefined
}

const finder = (database: DatabaseSync, column: 'id' | 'uid' | 'userCode') => {
  const query = database.prepare(
    `SELECT payload FROM artifacts WHERE model = ? AND ${column} = ? AND (expiresAt IS NULL OR expiresAt > ?)`,
  )
  return (model: string) => (value: string) =>
    Promise.resolve(payloadOf(query.get(model, value, secondsNow())))
}

const openDatabase = (dataDir: string): DatabaseSync => {
  mkdirSync(join(dataDir, 'identity'), { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(join(dataDir, 'identity', 'artifacts.sqlite'))
  database.exec(schema)
  database.prepare('DELETE FROM artifacts WHERE expiresAt <= ?').run(secondsNow())
  return database
}

const writersOf = (database: DatabaseSync) => ({
  put: database.prepare('INSERT OR REPLACE INTO artifacts VALUES (?, ?, ?, ?, ?, ?, ?)'),
  consume: database.prepare(
    `UPDATE artifacts SET payload = json_set(payload, '$.consumed', ?) WHERE model = ? AND id = ?`,
  ),
  remove: database.prepare('DELETE FROM artifacts WHERE model = ? AND id = ?'),
  revoke: database.prepare('DELETE FROM artifacts WHERE model = ? AND grantId = ?'),
})

const adapterOver = (database: DatabaseSync) => {
  const { put, consume, remove, revoke } = writersOf(database)
  const byId = finder(database, 'id')
  const byUid = finder(database, 'uid')
  const byUserCode = finder(database, 'userCode')
  return (model: string): Adapter => ({
    upsert: async (id, payload, expiresIn) => {
      const expiresAt = expiresIn === undefined ? null : secondsNow() + expiresIn
      const { uid = null, userCode = null, grantId = null } = payload
      put.run(model, id, JSON.stringify(payload), expiresAt, uid, userCode, grantId)
    },
    find: byId(model),
    findByUid: byUid(model),
    findByUserCode: byUserCode(model),
    consume: async (id) => void consume.run(secondsNow(), model, id),
    destroy: async (id) => void remove.run(model, id),
    revokeByGrantId: async (grantId) => void revoke.run(model, grantId),
  })
}

/** Opens the provider's store in a data folder, forgetting what has expired. */
export const openArtifacts = (dataDir: string): Artifacts => {
  const database = openDatabase(dataDir)
  return { adapterFor: adapterOver(database), close: () => database.close() }
}
