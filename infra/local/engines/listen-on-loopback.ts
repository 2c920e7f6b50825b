import { Server } from 'node:net'
import { inTurn } from '../in-turn.ts'

/** Two at once would each put back what the other had put in place. */
const oneAtATime = inTurn()

/**
 * Runs `start` while every server that starts to listen does so on 127.0.0.1, whatever address it asks for: the
 * embedded engines of queues and files would otherwise listen on every address of the machine.
 */
export const listeningOnLoopback = <Result>(start: () => Promise<Result>): Promise<Result> =>
  oneAtATime(() => whilePatched(start))

const whilePatched = async <Result>(start: () => Promise<Result>): Promise<Result> => {
  const listen = Reflect.get(Server.prototype, 'listen')
  Reflect.set(Server.prototype, 'listen', function (this: Server, where: unknown, ...rest: unknown[]) {
    return Reflect.apply(listen, this, [onLoopback(where), ...rest])
  })
  try {
    return await start()
  } finally {
    Reflect.set(Server.prototype, 'listen', listen)
  }
}

const onLoopback = (where: unknown) =>
  typeof where === 'object' && where !== null && 'port' in where ? { ...where, host: '127.0.0.1' } : where
