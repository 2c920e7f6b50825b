import type { ReferralsTable, SarRegisterTable } from '../shared/store/client.ts'
import type { StoredReferral } from '../shared/store/referral-item.ts'
import { referralStore, sarRegister } from '../shared/store/referral-store.ts'
import type { LoadStores } from './load-referral.ts'

/**
 * The real stores, except that what they have just written they need not read again: nobody else is writing while the
 * sample is loaded, and if somebody were, the condition on each write would say so. That is a third of all requests.
 */
export const rememberingStores = (tables: ReferralsTable & SarRegisterTable): LoadStores => {
  const [store, register] = [referralStore(tables), sarRegister(tables)]
  const known = new Map<string, StoredReferral>()
  return {
    referrals: {
      find: async (id) => known.get(id) ?? (await store.find(id)),
      append: async (before, event, rules) => {
        const referral = await store.append(before, event, rules)
        const stored = known.get(before.id)
        known.delete(before.id)
        if (referral && stored) known.set(referral.id, { referral, history: [...stored.history, event] })
        return referral
      },
    },
    sarRegister: {
      register: async (event, rules) => {
        const result = await register.register(event, rules)
        if (result.stored) known.set(event.id, { referral: result.referral, history: [event] })
        return result
      },
      redirect: async (before, decided, rules, newRules) => {
        known.delete(before.id)
        return register.redirect(before, decided, rules, newRules)
      },
    },
  }
}
