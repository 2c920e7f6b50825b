import { loadReferral } from '../../../seeds/load-referral.ts'
import { sampleYear } from '../../../seeds/sample-year/generate.ts'
import { localDate } from '../../../shared/domain/dates.ts'
import type { Referral } from '../../../shared/domain/referral/referral.ts'
import { referenceData } from '../../../shared/runtime/reference-data.ts'
import type { StoredReferral } from '../../../shared/store/referral-item.ts'
import { memoryStores } from '../../seeds/memory-stores.ts'

const today = localDate('2026-04-30')

/** Referrals of the sample, lived through in memory. Several hundred; the same every time. */
export const sampleLives = async (): Promise<readonly StoredReferral[]> => {
  const stores = memoryStores()
  const load = loadReferral(stores, referenceData, 2005)
  for (const life of sampleYear({ seed: 2005, today, reference: referenceData })) await load(life)
  return stores.all()
}

const codes = [...referenceData.organisations.keys()]

/** So many referrals, which are those of the sample over and over, spread evenly over all organisations. */
export const spread = function* (lives: readonly StoredReferral[], many: number): Generator<Referral> {
  for (let place = 0; place < many; place += 1) {
    const life = lives[place % lives.length]?.referral
    const organisation = codes[(place * 7 + Math.floor(place / lives.length)) % codes.length] ?? ''
    if (life) yield { ...life, registration: { ...life.registration, organisation } }
  }
}
