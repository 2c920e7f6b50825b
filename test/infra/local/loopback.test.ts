import { connect } from 'node:net'
import { once } from 'node:events'
import { afterAll, afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { serveOnLoopback } from '../../../infra/local/loopback.ts'

const said = vi.spyOn(console, 'error').mockReturnValue()
afterEach(() => said.mockClear())
afterAll(() => said.mockRestore())

const serve = async (answer: Parameters<typeof serveOnLoopback>[0]) => {
  const standIn = await serveOnLoopback(answer)
  onTestFinished(standIn.close)
  return standIn
}

test('a stand-in is given the request and answers in JSON, on this machine only', async () => {
  const { url } = await serve(({ method, url: { pathname, search }, body }) => ({
    status: 202,
    body: { method, pathname, search, body },
  }))
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  const answer = await fetch(`${url}/a/b?c=d`, { method: 'POST', body: 'text' })
  expect(answer.status).toBe(202)
  expect(answer.headers.get('content-type')).toBe('application/json')
  expect(await answer.json()).toEqual({ method: 'POST', pathname: '/a/b', search: '?c=d', body: 'text' })
})

test('a fault of its own is told to the console and answered with a bare 500', async () => {
  const { url } = await serve(() => {
    throw new Error('broken inside')
  })
  const answer = await fetch(url)
  expect(answer.status).toBe(500)
  expect(await answer.text()).toBe('')
  expect(said).toHaveBeenCalledWith(expect.objectContaining({ message: 'broken inside' }))
})

test('a caller that leaves half way is no fault', async () => {
  const { url } = await serve(() => ({ status: 200, body: {} }))
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  await once(socket, 'connect')
  socket.end('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\nhalf')
  await once(socket.resume(), 'close')
  expect((await fetch(url)).status).toBe(200)
  expect(said).not.toHaveBeenCalled()
})

test('with no answer, the connection is cut', async () => {
  const { url } = await serve(() => undefined)
  await expect(fetch(url)).rejects.toMatchObject({ cause: { code: 'UND_ERR_SOCKET' } })
  expect(said).not.toHaveBeenCalled()
})

test('closing does not wait for callers that keep their connection', async () => {
  const { url, close } = await serveOnLoopback(() => ({ status: 200, body: {} }))
  await (await fetch(url)).json()
  await close()
  await expect(fetch(url)).rejects.toThrow('fetch failed')
})
