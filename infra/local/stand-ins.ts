import { randomUUID } from 'node:crypto'
import type { Cleanup } from './cleanup.ts'
import { canaryClient } from './identity/principals.ts'
import { type Identity, openIdentity } from './identity/identity.ts'
import { type NotifyStandIn, openNotify } from './notify/notify.ts'
import { openSecrets } from './secrets.ts'
import { readOrganisations, readTemplates } from './seed-data.ts'

/** Opens what stands where the user pool stands when deployed. */
export const startIdentity = async (
  { dataDir, url: baseUrl }: { readonly dataDir: string; readonly url: string },
  cleanup: Cleanup,
): Promise<Identity> => {
  const organisations = await readOrganisations()
  return cleanup.opened(await openIdentity({ dataDir, baseUrl, organisations }), ({ close }) => close())
}

export type OutsideServices = {
  readonly notify: NotifyStandIn
  /** The address where secrets are read. */
  readonly secretsUrl: string
}

export type OutsideOptions = {
  /** The functions' variables, which say by what ids the secret and the e-mail templates are known. */
  readonly environment: Readonly<Record<string, string>>
  readonly dataDir: string
  /** What seals the cookies of the pages. */
  readonly sessionSecret: string
  /** The service's own address, where it takes delivery receipts. */
  readonly url: string
  readonly now: () => Date
  readonly say: (line: string) => void
}

/** Opens the stand-ins of GOV.UK Notify and of Secrets Manager, which holds what the two sides share. */
export const startOutsideServices = async (
  { environment, dataDir, sessionSecret, url, now, say }: OutsideOptions,
  cleanup: Cleanup,
): Promise<OutsideServices> => {
  const {
    NOTIFY_SECRET_ARN: keyArn,
    RECEIPTS_SECRET_ARN: tokenArn,
    SESSION_SECRET_ARN: sessionArn,
    CANARY_SECRET_ARN: canaryArn,
  } = environment
  const token = randomUUID()
  const receipts = tokenArn === undefined ? undefined : { url: `${url}/v1/delivery-receipts`, token }
  const templates = await readTemplates(environment)
  const notify = cleanup.opened(await openNotify({ dataDir, templates, now, receipts, say }), ({ close }) =>
    close(),
  )
  const secrets = await openSecrets({
    ...(keyArn !== undefined && { [keyArn]: notify.apiKey }),
    ...(tokenArn !== undefined && { [tokenArn]: token }),
    ...(sessionArn !== undefined && { [sessionArn]: sessionSecret }),
    ...(canaryArn !== undefined && { [canaryArn]: JSON.stringify({ force: canaryClient }) }),
  })
  cleanup.opened(secrets, ({ close }) => close())
  return { notify, secretsUrl: secrets.url }
}
