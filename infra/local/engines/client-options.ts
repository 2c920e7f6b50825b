import { region } from '../template/resolver.ts'

/** The engines check no signature, but the clients will not speak without something to sign with. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' }

/** What an AWS client needs to speak to an engine on this machine. */
export const clientOptions = (endpoint: string) => ({ endpoint, region, credentials: localCredentials })
