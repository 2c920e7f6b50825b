import { environments } from '../../shared/contracts/environment.ts'
import { documentClient } from '../../shared/runtime/clients.ts'
import { systemClock } from '../../shared/runtime/clock.ts'
import { editionFilesIn } from '../../shared/runtime/edition-files.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'
import { accessLogStore } from '../../shared/store/access-log.ts'
import { editionsStore } from '../../shared/store/editions-store.ts'
import { figuresStore } from '../../shared/store/figures-store.ts'
import { referralStore } from '../../shared/store/referral-store.ts'

const environment = environments.assessments.parse(process.env)
const tables = {
  client: documentClient(),
  referrals: environment.REFERRALS_TABLE,
  figures: environment.FIGURES_TABLE,
  editions: environment.EDITIONS_TABLE,
  accessLog: environment.ACCESS_LOG_TABLE,
}

export const accessLog = accessLogStore(tables)

/** Everything that the year's figures and its editions are made of. */
export const dependencies = {
  referrals: referralStore(tables),
  figures: figuresStore(tables),
  editions: editionsStore(tables),
  files: editionFilesIn(environment.EDITIONS_BUCKET),
  reference: referenceData,
  clock: systemClock,
}
