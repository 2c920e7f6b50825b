import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

type Client = { readonly client: DynamoDBDocumentClient }

/** The tables' names in this deployment and the client to reach them with. */
export type ReferralsTable = Client & {
  readonly referrals: string
  /** On behalf of which request a referral is being changed: who reads its stream goes on under that. */
  readonly changedIn?: () => string | undefined
}
export type SarRegisterTable = Client & { readonly sarRegister: string }
export type FiguresTable = Client & { readonly figures: string }
export type ContactsTable = Client & { readonly contacts: string }
export type SignInsTable = Client & { readonly signIns: string }
export type UpkeepTable = Client & { readonly upkeep: string }
export type AccessLogTable = Client & { readonly accessLog: string }
export type DraftsTable = Client & { readonly drafts: string }
export type EditionsTable = Client & { readonly editions: string }
