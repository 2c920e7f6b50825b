/** What somebody wrote into a referral, or null once it was erased. What was never written is left out instead. */
export type Written = string | null
