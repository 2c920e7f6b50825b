/**
 * What somebody would write who wanted the same rows and no more: Fastify over PostgreSQL, every request with a row in
 * the audit table. `node fastify.ts <port of PostgreSQL> <own port>`; nobody signs in.
 */
import Fastify from 'fastify'
import { randomUUID } from 'node:crypto'
import { Pool } from 'pg'
import * as z from 'zod'

const [, , postgres, port] = process.argv
const pool = new Pool({
  host: '127.0.0.1',
  port: Number(postgres),
  user: 'bench',
  database: 'postgres',
  max: 20,
})
const app = Fastify()

const Referral = z.object({
  sarReference: z.string(),
  organisation: z.string(),
  referredOn: z.string(),
  subjectType: z.string(),
  linkType: z.string(),
  identificationBasis: z.string(),
  apparentConcern: z.string(),
  handling: z.string(),
})
const audit = 'insert into audit (who, what, referral) values ($1, $2, $3)'

app.post('/referrals', async (request, reply) => {
  const body = Referral.parse(request.body)
  const id = randomUUID()
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `insert into referrals values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'OFFICIAL', false, 'open', $4::date + 10)`,
      [id, ...Object.values(body)],
    )
    await client.query(audit, ['ukfiu', 'register', id])
    await client.query('commit')
  } finally {
    client.release()
  }
  return reply.status(201).send({ id, ...body })
})

app.get<{ Params: { id: string } }>('/referrals/:id', async ({ params: { id } }) => {
  const { rows } = await pool.query('select * from referrals where id = $1', [id])
  await pool.query(audit, ['ukfiu', 'read', id])
  return rows[0]
})

app.get('/overdue', async () => {
  const { rows } = await pool.query(
    `select * from referrals where organisation = 'kent' and due_on < now() order by due_on limit 25`,
  )
  await pool.query(audit, ['kent', 'list', null])
  return rows
})

await app.listen({ host: '127.0.0.1', port: Number(port) })
