/** Runs what it is given one at a time, in the order asked for. A failure is its asker's alone. */
export const inTurn = () => {
  let last: Promise<unknown> = Promise.resolve()
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
}
