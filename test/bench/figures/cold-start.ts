import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { eventWith } from '../../support/gateway-event.ts'
import { buildBoth } from '../cold-start/builds.ts'
import { median, short, type Row } from '../row.ts'

const rounds = 9
const child = fileURLToPath(new URL('../cold-start/child.ts', import.meta.url))
const Started = z.object({ cpuMs: z.number(), undici: z.number(), statusCode: z.literal(404) })

const bare = eventWith()
/** Somebody looks at a referral that is not there: one read, and one entry in the access log. */
const event = eventWith({
  resource: '/v1/referrals/{id}',
  path: '/v1/referrals/R-7K3M-9QXD',
  pathParameters: { id: 'R-7K3M-9QXD' },
  requestContext: {
    ...bare.requestContext,
    requestId: '1',
    authorizer: { claims: { sub: '1', name: 'UKFIU officer', role: 'ukfiu' } },
  },
})

const tables = ['REFERRALS', 'SAR_REGISTER', 'FIGURES', 'CONTACTS', 'UPKEEP', 'ACCESS_LOG'].map(
  (name) => [`${name}_TABLE`, name] as const,
)

const startOnce = async (file: string, endpoint: string) => {
  const env = {
    PATH: process.env['PATH'],
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL: endpoint,
    ...Object.fromEntries(tables),
  }
  const started = spawn(process.execPath, [child, file, JSON.stringify(event)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return Started.parse(JSON.parse(await text(started.stdout)))
}

/** Answers that it has nothing, at once: what is measured is the function. */
const emptyDynamoDb = async () => {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.setHeader('content-type', 'application/json').end('{}'))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return { endpoint: `http://127.0.0.1:${port}`, close: () => server.close() }
}

/** Figures 2 and 3: processor time of a cold start, against the same function as CDK builds by default, in turns. */
export const coldStart = async (): Promise<readonly Row[]> => {
  const { byCdkDefaults, deployed } = await buildBoth()
  const { endpoint, close } = await emptyDynamoDb()
  const [theirs, ours]: [number[], number[]] = [[], []]
  let undici = 0
  for (let round = 0; round < rounds; round += 1) {
    theirs.push((await startOnce(byCdkDefaults, endpoint)).cpuMs)
    const own = await startOnce(deployed, endpoint)
    ours.push(own.cpuMs)
    undici = Math.max(undici, own.undici)
  }
  close()
  const ratio = median(ours) / median(theirs)
  const measured = `${short(ratio)}: ${short(median(ours))} ms against ${short(median(theirs))}`
  return [
    {
      figure: 2,
      what: 'cold start, processor time',
      target: '≤ 0.6 of CDK’s defaults',
      measured,
      met: ratio <= 0.6,
    },
    { figure: 3, what: 'modules of undici loaded', target: '0', measured: String(undici), met: undici === 0 },
  ]
}
