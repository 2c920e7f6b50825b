import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../../../../infra/local/engines/free-port.ts'
import { json } from '../../../../infra/local/http/answer.ts'
import { listen, serverOf } from '../../../../infra/local/http/server.ts'
import { StartRefused } from '../../../../infra/local/start-refused.ts'

const serve = async () => {
  const lines: string[] = []
  const server = serverOf({
    identity: { handle: (_, response) => void response.end('identity') },
    local: () => {
      throw new Error('secret inside')
    },
    gateway: (request) =>
      request.url === '/late'
        ? Promise.reject(new Error('secret inside'))
        : Promise.resolve(json(200, 'gateway')),
    say: (line) => void lines.push(line),
  })
  const port = await freePort()
  await listen(server, port)
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return { lines, port, ask: (path: string) => fetch(`http://127.0.0.1:${port}${path}`) }
}

test.each([
  ['/oauth/token', 'identity'],
  ['/oauth', 'identity'],
  ['/oauthority', '"gateway"'],
  ['/v1/referrals', '"gateway"'],
  ['/localities', '"gateway"'],
])('%s is answered by the %s', async (path, by) => {
  const { ask } = await serve()
  expect(await (await ask(path)).text()).toBe(by)
})

test.each(['/local/clock', '/local?now', '/late'])(
  'a fault at %s is a problem document without what is inside; the operator is told',
  async (path) => {
    const { ask, lines } = await serve()
    const response = await ask(path)
    expect(response.status).toBe(500)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.text()).not.toContain('secret')
    expect(lines).toEqual([`GET ${path}: Error: secret inside`])
  },
)

test('a port that is taken is refused', async () => {
  const { port } = await serve()
  const other = serverOf({
    identity: { handle: () => undefined },
    local: () => Promise.resolve(json(200, '')),
    gateway: () => Promise.resolve(json(200, '')),
    say: () => undefined,
  })
  await expect(listen(other, port)).rejects.toThrow(StartRefused)
})
