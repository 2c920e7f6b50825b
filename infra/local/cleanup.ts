type Close = () => void | Promise<void>

export type Cleanup = {
  /** Remembers how to close what has been opened, and hands it on. */
  readonly opened: <Opened>(what: Opened, close: (what: Opened) => void | Promise<void>) => Opened
  /** Closes everything, the last opened first. */
  readonly run: () => Promise<void>
}

export const cleanupOf = (): Cleanup => {
  const closes: Close[] = []
  return {
    opened: (what, close) => {
      closes.push(() => close(what))
      return what
    },
    run: async () => {
      for (const close of closes.splice(0).toReversed()) await close()
    },
  }
}

/** Like `Promise.all`, but fails only once all have settled: what did start has then been remembered for closing. */
export const allSettledOrThrow = async <Values extends readonly unknown[]>(promises: {
  readonly [Key in keyof Values]: Promise<Values[Key]>
}): Promise<{ readonly [Key in keyof Values]: Values[Key] }> => {
  await Promise.allSettled(promises)
  return Promise.all(promises)
}
