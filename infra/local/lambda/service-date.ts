/**
 * Makes `Date` in this thread tell the service's time: real time plus the milliseconds that the shared integer holds
 * at that moment. Has to run before any code that keeps a reference to `Date` is loaded.
 */
export const followServiceTime = (shared: SharedArrayBuffer): void => {
  const offset = new BigInt64Array(shared)
  const RealDate = Date
  const now = () => RealDate.now() + Number(Atomics.load(offset, 0))
  const ServiceDate = new Proxy(RealDate, {
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    apply: () => new RealDate(now()).toString(),
    construct: (target, parameters, asked) => {
      const made: unknown = Reflect.construct(target, parameters.length === 0 ? [now()] : parameters, asked)
      return made instanceof RealDate ? made : new RealDate(Number.NaN)
    },
  })
  Reflect.set(RealDate.prototype, 'constructor', ServiceDate)
  globalThis.Date = ServiceDate
}
