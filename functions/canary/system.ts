import * as z from 'zod'

/** A system that may call the API, as the secret of the walk names it. */
export const clientOfWalk = z.object({ id: z.string().min(1), secret: z.string().min(1) })
type Client = z.infer<typeof clientOfWalk>

export type Asked = {
  readonly method?: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly token?: string
  readonly body?: unknown
}

/** What came back: the status, and the body as JSON where it is. */
export type Reply = { readonly status: number; readonly body: unknown }

/** Asks the service over HTTP, as a force's system does. */
export type Ask = (asked: Asked) => Promise<Reply>

/** Longer than anybody should wait; what takes longer is a fault. */
const patienceMilliseconds = 20_000

/** Says to the firewall and to whoever reads its log who is calling. */
const agent = 'sar-outcomes-canary'

const read = async (response: Response): Promise<Reply> => {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const body: unknown = isJson ? JSON.parse(text) : text
  return { status: response.status, body }
}

/** Asks below an address, such as `https://sar-outcomes.example.police.uk`. */
export const askAt =
  (address: string): Ask =>
  async ({ method = 'GET', path, token, body }) => {
    const response = await fetch(`${address.replace(/\/$/, '')}${path}`, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMilliseconds),
      headers: {
        'user-agent': agent,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return read(response)
  }

const Token = z.object({ access_token: z.string().min(1) })

/** Gets an access token for a client at an address, by client credentials. */
export const tokenFor = async (tokenUrl: string, { id, secret }: Client): Promise<string> => {
  const response = await fetch(tokenUrl, {
    method: 'POST',
    signal: AbortSignal.timeout(patienceMilliseconds),
    headers: {
      'user-agent': agent,
      authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`,
    },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  if (!response.ok) throw new Error(`No token was given: ${response.status}`)
  return Token.parse(await response.json()).access_token
}
