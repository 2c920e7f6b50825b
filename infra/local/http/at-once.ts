/** Lets so many pieces of work run at the same time; what comes beyond that is not begun, and answers `undefined`. */
export const atOnce = (most: number) => {
  let running = 0
  return async <Result>(work: () => Promise<Result>): Promise<Result | undefined> => {
    if (running >= most) return undefined
    running += 1
    try {
      return await work()
    } finally {
      running -= 1
    }
  }
}
