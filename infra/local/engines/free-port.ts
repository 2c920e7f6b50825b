import { once } from 'node:events'
import { connect, createServer } from 'node:net'

/** A port of 127.0.0.1 that nothing listens on at this moment. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port was given')
  return address.port
}

/** Whether something listens on a port of 127.0.0.1. */
export const answersOn = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const done = (answers: boolean) => {
      socket.destroy()
      resolve(answers)
    }
    socket.once('connect', () => done(true)).once('error', () => done(false))
  })
