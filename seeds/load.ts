import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { LocalDate } from '../shared/domain/dates.ts'
import { referenceData } from '../shared/runtime/reference-data.ts'
import { contactsStore } from '../shared/store/contacts-store.ts'
import { placeholderContacts } from './contacts.ts'
import { loadReferral } from './load-referral.ts'
import { rememberingStores } from './remembering-stores.ts'
import { sampleYear } from './sample-year/generate.ts'

/** The sample that everybody sees who doesn't ask for another: one in which every code of every table comes up. */
export const defaultSeed = 2005

/** How many referrals are loaded at a time. */
const atATime = 16

type ContactsOptions = {
  readonly client: DynamoDBDocumentClient
  readonly tables: { readonly contacts: string }
}

/** Names placeholder contacts for every answering unit that has none; those that somebody has named stay. */
export const loadReferenceContacts = async ({ client, tables }: ContactsOptions): Promise<void> => {
  const store = contactsStore({ client, contacts: tables.contacts })
  const placeholders = [...placeholderContacts(referenceData.organisations.values())]
  await Promise.all(
    placeholders.map(async ([unit, contacts]) => {
      if ((await store.of(unit)).length === 0) await store.put(unit, contacts)
    }),
  )
}

export type SampleLoad = {
  /** Has to leave out what is undefined when it marshals. */
  readonly client: DynamoDBDocumentClient
  readonly tables: { readonly referrals: string; readonly sarRegister: string }
  /** The London day it is for the service: all of the sample happened before it. */
  readonly today: LocalDate
  readonly seed?: number | undefined
  /** Told after each referral how many are loaded, of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

/**
 * Loads the sample through the actions that a user's request goes through, each at its own moment. Answers how many
 * referrals it registered; those that redirections open come on top. Throws, naming the referral, when an action
 * refuses: nothing more is written then, but what is there is only half a sample and has to be wiped.
 */
export const loadSample = async (options: SampleLoad): Promise<{ readonly referrals: number }> => {
  const { client, tables, today, seed = defaultSeed, onProgress } = options
  const sample = sampleYear({ seed, today, reference: referenceData })
  const waiting = [...sample]
  const load = loadReferral(rememberingStores({ client, ...tables }), referenceData, seed)
  let done = 0
  const loadAll = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await load(next).catch((fault: unknown) => {
        waiting.length = 0
        throw fault
      })
      done += 1
      onProgress?.(done, sample.length)
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: atATime }, loadAll))
  for (const end of ended) if (end.status === 'rejected') throw end.reason
  return { referrals: sample.length }
}
