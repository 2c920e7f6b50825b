import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { parentPort } from 'node:worker_threads'
import * as z from 'zod'
import { loadReferenceContacts, loadSample } from '../../../seeds/load.ts'
import { instantAt, londonDate } from '../../../shared/domain/dates.ts'
import { type SeedingReply, SeedingRequest } from './protocol.ts'

const TableNames = z.object({
  REFERRALS_TABLE: z.string(),
  SAR_REGISTER_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
})

const say = (reply: SeedingReply) => parentPort?.postMessage(reply, [])

const clientOf = ({ dynamoDb }: SeedingRequest) =>
  DynamoDBDocumentClient.from(new DynamoDBClient(dynamoDb), {
    marshallOptions: { removeUndefinedValues: true },
  })

const loadContacts = async (request: SeedingRequest) => {
  const { CONTACTS_TABLE: contacts } = TableNames.parse(request.environment)
  await loadReferenceContacts({ client: clientOf(request), tables: { contacts } })
}

const loadSampleYear = async (request: SeedingRequest) => {
  say({ kind: 'said', line: 'Loading the sample year …' })
  const names = TableNames.parse(request.environment)
  const tables = { referrals: names.REFERRALS_TABLE, sarRegister: names.SAR_REGISTER_TABLE }
  const today = londonDate(instantAt(request.now))
  const { referrals } = await loadSample({ client: clientOf(request), tables, today })
  say({ kind: 'said', line: `Loaded a sample year of ${referrals} referrals. All of it is made up.` })
}

const work = { contacts: loadContacts, sample: loadSampleYear }

const answer = async (message: unknown) => {
  try {
    const request = SeedingRequest.parse(message)
    await work[request.work](request)
    say({ kind: 'done' })
  } catch (error) {
    say({ kind: 'failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

parentPort?.on('message', (message: unknown) => void answer(message))
