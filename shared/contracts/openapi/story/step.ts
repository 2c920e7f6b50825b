import type { PublishedRoute } from '../../answers.ts'

/**
 * One request of the story that the examples tell, and what it is answered with. References, cursors and request ids
 * are made by chance: a test that sends the story learns the true ones from the answers. All else is as written here.
 */
export type Step = {
  /** Names the examples that come of it. */
  readonly name: string
  /** What happens, for the reader of the example. */
  readonly summary: string
  readonly route: PublishedRoute
  /** Which client sends it; nobody's requests carry no token. */
  readonly as: string
  /** The service's time when it is sent. */
  readonly at: string
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON, or as it is when it is text. */
  readonly body?: unknown
  readonly status: number
  /** The body of the answer; a list in it may be an excerpt of the true one. */
  readonly answer?: unknown
}
