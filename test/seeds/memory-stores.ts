import { evolve, fold } from '../../shared/domain/referral/evolve.ts'
import type { StoredReferral } from '../../shared/store/referral-item.ts'
import type { LoadStores } from '../../seeds/load-referral.ts'

export type MemoryStores = LoadStores & { readonly all: () => readonly StoredReferral[] }

/** Stores that hold referrals in this process, under the conditions that the real ones write on. */
export const memoryStores = (): MemoryStores => {
  const held = new Map<string, StoredReferral>()
  const holders = new Map<string, string>()

  const put = (stored: StoredReferral) => {
    held.set(stored.referral.id, stored)
    return stored.referral
  }
  const change: MemoryStores['referrals']['append'] = async (before, event) => {
    const stored = held.get(before.id)
    if (stored?.referral.version !== before.version) return undefined
    return put({ referral: evolve(stored.referral, event), history: [...stored.history, event] })
  }
  const register: MemoryStores['sarRegister']['register'] = async (event) => {
    const claim = `${event.registration.sarReference} ${event.registration.organisation}`
    const by = holders.get(claim)
    if (by !== undefined) return { stored: false, taken: 'sar', by }
    if (held.has(event.id)) return { stored: false, taken: 'for_a_moment' }
    holders.set(claim, event.id)
    return { stored: true, referral: put({ referral: fold([event]), history: [event] }) }
  }
  return {
    all: () => [...held.values()],
    referrals: { find: async (id) => held.get(id), append: change },
    sarRegister: {
      register,
      redirect: async (before, { closed, opened }, rules, newRules) => {
        const registered = await register(opened, newRules)
        if (!registered.stored) return registered
        const referral = await change(before, closed, rules)
        return referral ? { stored: true, referral } : { stored: false, taken: 'moved_on' }
      },
    },
  }
}
