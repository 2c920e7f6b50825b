/** A start that can't go on, for a reason the person who started it can mend. Its message says how, in one line. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused'
}
