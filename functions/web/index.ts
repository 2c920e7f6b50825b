import { randomBytes } from 'node:crypto'
import { environments } from '../../shared/contracts/environment.ts'
import { documentClient, secretString } from '../../shared/runtime/clients.ts'
import { systemClock } from '../../shared/runtime/clock.ts'
import { correlationId } from '../../shared/runtime/correlation.ts'
import { editionFilesIn } from '../../shared/runtime/edition-files.ts'
import { logger } from '../../shared/runtime/logger.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'
import { reminderQueue } from '../../shared/runtime/reminder-queue.ts'
import { accessLogStore } from '../../shared/store/access-log.ts'
import { contactsStore } from '../../shared/store/contacts-store.ts'
import { draftsStore } from '../../shared/store/drafts-store.ts'
import { editionsStore } from '../../shared/store/editions-store.ts'
import { figuresStore } from '../../shared/store/figures-store.ts'
import { referralStore, sarRegister } from '../../shared/store/referral-store.ts'
import { reviewsStore } from '../../shared/store/reviews-store.ts'
import { openAssets } from './assets.ts'
import { pagesHandler } from './handler.ts'
import { pageHeaders } from './headers.ts'
import { openTemplates } from './render/templates.ts'
import { cookiesFor } from './session/cookies.ts'
import { sealBy } from './session/seal.ts'
import { sessionsOf } from './session/session.ts'
import { signInBy } from './session/sign-in.ts'

const environment = environments.web.parse(process.env)
const tables = {
  client: documentClient(),
  referrals: environment.REFERRALS_TABLE,
  changedIn: correlationId,
  sarRegister: environment.SAR_REGISTER_TABLE,
  figures: environment.FIGURES_TABLE,
  editions: environment.EDITIONS_TABLE,
  contacts: environment.CONTACTS_TABLE,
  drafts: environment.DRAFTS_TABLE,
  upkeep: environment.UPKEEP_TABLE,
  accessLog: environment.ACCESS_LOG_TABLE,
}
const queue = reminderQueue(environment.REMINDER_QUEUE_URL)

const [templates, assets, secret] = await Promise.all([
  openTemplates(new URL('templates.mjs', import.meta.url)),
  openAssets(new URL('assets/', import.meta.url)),
  secretString(environment.SESSION_SECRET_ARN)(),
])
const serviceUrl = environment.SERVICE_URL
const seal = sealBy(secret)
const cookies = cookiesFor(serviceUrl)
const signIn = { serviceUrl, issuer: environment.SIGN_IN_ISSUER, clientId: environment.SIGN_IN_CLIENT_ID }

/** What people see in a browser. */
export const handler = pagesHandler({
  dependencies: {
    referrals: referralStore(tables),
    sarRegister: sarRegister(tables),
    reviews: reviewsStore(tables),
    figures: figuresStore(tables),
    editions: editionsStore(tables),
    files: editionFilesIn(environment.EDITIONS_BUCKET),
    contacts: contactsStore(tables),
    drafts: draftsStore(tables),
    accessLog: accessLogStore(tables),
    queue,
    announcer: { queue, onFault: (fault) => logger.error('An urgent referral was not announced', { fault }) },
    reference: referenceData,
    clock: systemClock,
    randomBytes,
  },
  rendering: { templates, assets, reference: referenceData },
  sessions: sessionsOf(seal, cookies),
  signIn: signInBy(signIn, seal, cookies),
  serviceUrl,
  headers: pageHeaders(environment.SIGN_IN_ORIGIN),
})
