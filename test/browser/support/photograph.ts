import type { Page } from 'playwright-core'

/** A page to photograph, on the sample year: who looks at it, and how they come there. */
export type Photograph = {
  readonly name: string
  /** Who is signed in; nobody where it is left out. */
  readonly person?: string
  readonly path: string
  /** What to do once there, such as sending an empty form. */
  readonly act?: (page: Page) => Promise<void>
}
