import { Server } from 'node:net'

/**
 * Runs `start` while every server that starts to listen does so on 127.0.0.1, whatever address it asks for: the
 * embedded queue engine would otherwise listen on every address of the machine.
 */
export const listeningOnLoopback = async <Result>(start: () => Promise<Result>): Promise<Result> => {
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
