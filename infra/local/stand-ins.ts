import type { Cleanup } from './cleanup.ts'
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
  readonly now: () => Date
}

/** Opens the stand-ins of GOV.UK Notify and of Secrets Manager, which holds the first one's key. */
export const startOutsideServices = async (
  { environment, dataDir, now }: OutsideOptions,
  cleanup: Cleanup,
): Promise<OutsideServices> => {
  const templates = await readTemplates(environment)
  const notify = cleanup.opened(await openNotify({ dataDir, templates, now }), ({ close }) => close())
  const keyArn = environment['NOTIFY_SECRET_ARN']
  const secrets = await openSecrets(keyArn === undefined ? {} : { [keyArn]: notify.apiKey })
  cleanup.opened(secrets, ({ close }) => close())
  return { notify, secretsUrl: secrets.url }
}
