export type Activity = {
  /** Runs work and counts it as under way until it has ended. */
  readonly during: <Result>(work: () => Promise<Result>) => Promise<Result>
  /** How much is under way, and how much has ever begun. */
  readonly seen: () => { readonly running: number; readonly begun: number }
}

/** Keeps count of the work that nobody waits for: batches from queues and streams, and scheduled runs. */
export const countActivity = (): Activity => {
  let running = 0
  let begun = 0
  return {
    during: async (work) => {
      running += 1
      begun += 1
      try {
        return await work()
      } finally {
        running -= 1
      }
    },
    seen: () => ({ running, begun }),
  }
}
