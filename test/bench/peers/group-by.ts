import { Client } from 'pg'
import { createSchema, startPostgres } from './postgres.ts'

const fill = `
  insert into referrals
  select 'R-' || i, 'SAR-' || i, 'organisation-' || i % 48, date '2025-04-01' + i % 365, 'police_officer', 'direct',
    'other', 'unclear', 'P', 'OFFICIAL', false, 'outcome_received', date '2025-06-01' + i % 365,
    (array['actual', 'potential', 'none', 'unable_to_determine'])[1 + i % 4],
    case when i % 4 < 2 then 'category-' || i % 12 end
  from generate_series(1, $1::int) i`

const grouped =
  'select organisation, evidence, category, count(*), count(*) filter (where due_on < now()) from referrals group by 1, 2, 3'

/** A table of so many rows of fifteen fields, and the query that a summary of a year is; undefined without PostgreSQL. */
export const groupByInPostgres = async (rows: number) => {
  const server = await startPostgres()
  if (!server) return undefined
  const client = new Client({ host: '127.0.0.1', port: server.port, user: 'bench', database: 'postgres' })
  await client.connect()
  await createSchema(client)
  await client.query(fill, [rows])
  await client.query('vacuum analyze referrals')
  return {
    groupBy: () => client.query(grouped),
    close: async () => {
      await client.end()
      await server.close()
    },
  }
}
