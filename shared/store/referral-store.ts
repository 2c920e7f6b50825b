import { appendEvent } from './append-event.ts'
import type { ReferralsTable, SarRegisterTable } from './client.ts'
import { eraseReferral } from './erase-referral.ts'
import { findHolders, findHoldings } from './find-holders.ts'
import {
  allOpenReferrals,
  allOpenStored,
  dueForReminder,
  everyReferral,
  openReferrals,
  referralsOf,
  allReferralsOf,
} from './find-referrals.ts'
import { findReferral, readReferrals } from './read-referrals.ts'
import { redirectReferral } from './redirect-referral.ts'
import { registerReferral } from './register-referral.ts'

/** Every access pattern of the referrals. */
export const referralStore = (table: ReferralsTable) => ({
  find: findReferral(table),
  read: readReferrals(table),
  append: appendEvent(table),
  open: openReferrals(table),
  ofOrganisation: referralsOf(table),
  allOfOrganisation: allReferralsOf(table),
  every: () => everyReferral(table),
  allOpen: allOpenReferrals(table),
  allOpenStored: allOpenStored(table),
  dueForReminder: dueForReminder(table),
})
export type ReferralStore = ReturnType<typeof referralStore>

/** Every access pattern of the register of SARs. */
export const sarRegister = (tables: ReferralsTable & SarRegisterTable) => ({
  register: registerReferral(tables),
  redirect: redirectReferral(tables),
  erase: eraseReferral(tables),
  holdersOf: findHolders(tables),
  holdingsOf: findHoldings(tables),
})
export type SarRegister = ReturnType<typeof sarRegister>
