import { progressRequest } from '../../support/referrals.ts'
import type { Service } from '../../support/service.ts'
import { mintToken } from '../../support/tokens.ts'
import { claimsOf } from '../support/callers.ts'
import { outcomeToday, register, setClock, today } from '../support/referring.ts'
import { startTrial } from '../support/trial.ts'
import { signedIn, type Browser } from '../support/visitors.ts'
import { marker } from './markup.ts'

export const visitors = ['ukfiu', 'own', 'author', 'approver', 'auditor'] as const
export type Visitor = (typeof visitors)[number]

/** What a spreadsheet would work out. */
const formula = '=HYPERLINK("https://elsewhere.example";"Pay")'
const marked = `${formula} ${marker}`
const rationale = `${marker} and some words to be long enough.`

const signIn = async (service: Service, visitor: Visitor) => {
  const claims = { ...claimsOf[visitor], name: marked }
  const ordinary = { role: undefined, restricted: undefined }
  const token = await mintToken({ ...service, baseUrl: service.url, claims: { ...ordinary, ...claims } })
  return { browser: await signedIn(service, claims), token }
}
type SignedIn = { readonly browser: Browser; readonly token: string }

/** Does everything that takes a text, each text marked; answers with the referral that most of it was done to. */
const writeEverywhere = async (
  service: Service,
  people: Readonly<Record<Visitor, SignedIn>>,
): Promise<string> => {
  const change = async (as: Visitor, method: string, path: string, body: object) => {
    const { status, body: told } = await service.call(method, path, body, people[as].token)
    if (![200, 201].includes(status)) throw new Error(`${path}: ${status} ${JSON.stringify(told)}`)
  }
  const newReferral = () =>
    register(service, people.ukfiu.token, {
      organisation: 'border-force',
      handling: 'C',
      handlingConditions: marked,
    })
  const referral = await newReferral()
  const at = `/v1/referrals/${referral}`
  const known = { personnelConfirmed: 'yes', localReference: marker }
  await change('own', 'POST', `${at}/acknowledgement`, known)
  await change('ukfiu', 'POST', `${at}/extension`, { workingDays: 2, reason: 'other', rationale })
  const report = { ...progressRequest('2026-07-01'), rationale }
  await change('own', 'POST', `${at}/progress-reports`, report)
  await change('own', 'PUT', `${at}/outcome`, outcomeToday({ rationale, learning: marked }))
  const withdrawn = await newReferral()
  await change('ukfiu', 'POST', `/v1/referrals/${withdrawn}/withdrawal`, { reason: 'other', rationale })
  const moved = { organisation: 'kent', reason: 'other', rationale }
  await change('ukfiu', 'POST', `/v1/referrals/${await newReferral()}/redirection`, moved)
  await newReferral()
  await service.call('POST', '/local/drain')
  const editions = '/v1/assessments/2026-27/editions'
  await change('author', 'POST', editions, { asAt: today, note: marked })
  await change('approver', 'POST', `${editions}/1/approval`, { note: marked })
  return referral
}

/** A service in which every text that anybody can write is marked, and everybody's own name as well. */
export const startMarkedService = async () => {
  const service = await startTrial()
  await setClock(service)
  const people = {
    ukfiu: await signIn(service, 'ukfiu'),
    own: await signIn(service, 'own'),
    author: await signIn(service, 'author'),
    approver: await signIn(service, 'approver'),
    auditor: await signIn(service, 'auditor'),
  }
  return { service, people, referral: await writeEverywhere(service, people) }
}
export type MarkedService = Awaited<ReturnType<typeof startMarkedService>>
