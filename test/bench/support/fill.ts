import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { indexKeys, referredPlace, type StoredReferral } from '../../../shared/store/referral-item.ts'
import { rulesAt } from '../../support/referrals.ts'
import type { RunningTables } from '../../support/tables.ts'

const inABatch = 25

const idOf = (place: number): string => {
  const digits = String(place).padStart(8, '0')
  return `R-${digits.slice(0, 4)}-${digits.slice(4)}`
}

const itemOf = (stored: StoredReferral, place: number) => {
  const id = idOf(place)
  const referral = { ...stored.referral, id }
  const [first, ...later] = stored.history
  const { organisation } = referral.registration
  return {
    id,
    version: referral.version,
    history: [{ ...first, id }, ...later],
    organisation,
    referred: referredPlace(referral),
    ...indexKeys(referral, rulesAt(organisation)),
  }
}

/** Stores referrals from one place to another, which are some lives over and over under references of their own. */
export const fill = async (
  { client, tables }: RunningTables,
  lives: readonly StoredReferral[],
  from: number,
  to: number,
): Promise<void> => {
  for (let first = from; first < to; first += inABatch) {
    const places = Array.from({ length: Math.min(inABatch, to - first) }, (_, next) => first + next)
    const puts = places.flatMap((place) => {
      const life = lives[place % lives.length]
      return life ? [{ PutRequest: { Item: itemOf(life, place) } }] : []
    })
    await client.send(new BatchWriteCommand({ RequestItems: { [tables.referrals]: puts } }))
  }
}
