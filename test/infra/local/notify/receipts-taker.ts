import { onTestFinished } from 'vitest'
import { serveOnLoopback, type StandInRequest } from '../../../../infra/local/loopback.ts'

export type Receipt = { readonly authorization: string | undefined; readonly receipt: unknown }

const receiptOf = ({ headers, body }: StandInRequest): Receipt => {
  const receipt: unknown = JSON.parse(body)
  return { authorization: headers.authorization, receipt }
}

/** Takes delivery receipts until the test ends: `answer` gives the status for the first, the second and so on. */
export const takeReceipts = async (answer: (count: number) => number | Promise<number> | undefined) => {
  const taken: Receipt[] = []
  const { url, close } = await serveOnLoopback(async (request) => {
    taken.push(receiptOf(request))
    const status = await answer(taken.length)
    return status === undefined ? undefined : { status, body: {} }
  })
  onTestFinished(close)
  return { url: `${url}/v1/delivery-receipts`, taken }
}
