import * as z from 'zod'
import type { Reply } from '../../support/service.ts'

/** A promise that the service made: that this version of this referral is recorded as this kind of event. */
export type Promised = {
  readonly referral: string
  readonly version: number
  readonly at: string
  readonly reference: string
  readonly type: 'acknowledged' | 'progress_reported' | 'outcome_given'
  /** The version that an `If-Match` named. */
  readonly follows?: number | undefined
}

const answered = z.object({ receipt: z.object({ reference: z.string(), at: z.string(), version: z.int() }) })

export type Ledger = {
  /** By the reference of its SAR. */
  readonly referrals: ReadonlyMap<string, string>
  readonly promised: readonly Promised[]
  /** All requests that were answered by the service itself and not by a fault, by their ids. */
  readonly requests: readonly { readonly id: string; readonly status: number }[]
  readonly noteAnswer: (reply: Reply) => void
  /** A SAR stands for one referral, however often it is sent. */
  readonly noteReferral: (sar: string, id: string) => void
  readonly noteReceipt: (referral: string, type: Promised['type'], reply: Reply, follows?: number) => number
}

/** Everything that clients were answered, written down as it came. */
export const openLedger = (): Ledger => {
  const referrals = new Map<string, string>()
  const promised: Promised[] = []
  const requests: { readonly id: string; readonly status: number }[] = []
  return {
    referrals,
    promised,
    requests,
    noteAnswer: ({ status, headers }: Reply) => {
      const id = headers.get('x-amzn-requestid')
      if (id !== null && status < 500) requests.push({ id, status })
    },
    noteReferral: (sar: string, id: string) => {
      const before = referrals.get(sar) ?? id
      if (before !== id) throw new Error(`${sar} was ${before} and is ${id}`)
      referrals.set(sar, id)
    },
    noteReceipt: (referral: string, type: Promised['type'], reply: Reply, follows?: number) => {
      const { receipt } = answered.parse(reply.body)
      promised.push({ referral, type, ...receipt, follows })
      return receipt.version
    },
  }
}
