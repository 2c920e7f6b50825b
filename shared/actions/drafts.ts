import type { DraftValues } from '../contracts/draft.ts'
import type { DraftKey, DraftsStore } from '../store/drafts-store.ts'
import type { Clock } from './ports.ts'

export type DraftDependencies = { readonly drafts: DraftsStore; readonly clock: Clock }

const secondsKept = 7 * 24 * 60 * 60
/** DynamoDB holds 400 KB in an item; no form is so long, and what is longer is no form of ours. */
const mostBytes = 200_000

/** DynamoDB takes keys of 1 KiB; no form of ours has so long an address. */
const longestForm = 300

const secondsOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000)

/** What a person has typed in a form within the last seven days and not sent, or nothing. */
export const findDraft =
  ({ drafts, clock }: DraftDependencies) =>
  async (key: DraftKey): Promise<DraftValues | undefined> => {
    const draft = key.form.length > longestForm ? undefined : await drafts.find(key)
    return draft && draft.expiresAt > secondsOf(clock.now()) ? draft.values : undefined
  }

/** Keeps what a person has typed in a form for seven days, in place of what was kept of it before. */
export const keepDraft =
  ({ drafts, clock }: DraftDependencies) =>
  async (key: DraftKey, values: DraftValues): Promise<void> => {
    if (key.form.length > longestForm || Buffer.byteLength(JSON.stringify(values)) > mostBytes) return
    const savedAt = clock.now()
    await drafts.put({ ...key, values, savedAt, expiresAt: secondsOf(savedAt) + secondsKept })
  }

/** Forgets what a person has typed in a form: it was sent, or is no longer wanted. */
export const dropDraft =
  ({ drafts }: Pick<DraftDependencies, 'drafts'>) =>
  (key: DraftKey): Promise<void> =>
    drafts.remove(key)
