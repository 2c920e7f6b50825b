import type { DraftValues } from '../../shared/contracts/draft.ts'
import type { Processing } from '../../shared/contracts/processing.ts'
import type { LocalDate } from '../../shared/domain/dates.ts'
import type { Principal, Role } from '../../shared/domain/principal.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import type { Dependencies } from './dependencies.ts'
import type { FormErrors } from './form/errors.ts'

/** What a page is asked with. */
export type PageRequest = {
  readonly principal: Principal
  readonly path: string
  /** What stands in the place of `{name}` in the page's path. */
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** What was sent with a POST. */
  readonly form: DraftValues
  /** What this person typed here before their session ended; the page fills its form in with it. */
  readonly kept: DraftValues | undefined
  /** The London day. */
  readonly today: LocalDate
}

/** A whole page to show. */
export type Shown = {
  readonly kind: 'page'
  /** Under `functions/web`, such as `pages/force/referral.njk`. */
  readonly template: string
  readonly title: string
  readonly data: Readonly<Record<string, unknown>>
  readonly status: number
  /** What is wrong with the form on it. The title then begins with "Error: ". */
  readonly errors: FormErrors
  /** Whether it shows case data, and so carries its marking at the top and the bottom. */
  readonly marked: boolean
  /** The referrals that it shows or changed: the access log names each. */
  readonly referrals: readonly string[]
}

/** Somewhere else to go, with GET: after every POST that changed something. */
export type Moved = { readonly kind: 'moved'; readonly to: string; readonly referrals: readonly string[] }

/** A file to keep. */
export type Kept = {
  readonly kind: 'file'
  readonly contentType: string
  readonly name: string
  readonly body: string | Uint8Array
  readonly referrals: readonly string[]
}

export type Refused = { readonly kind: 'refused'; readonly refusal: Refusal }

export type PageAnswer = Shown | Moved | Kept | Refused

export type Serve = (request: PageRequest, dependencies: Dependencies) => Promise<PageAnswer>

/** One row of the table of pages. */
export type Page = {
  readonly method: 'GET' | 'POST'
  /** `/referrals/{id}`. Two pages may have one path where no role may see both. */
  readonly path: string
  /** Who may see it; `everyone` needs nobody to be signed in. */
  readonly allowed: readonly Role[]
  /** What the access log calls it; null for what shows nothing about anybody. */
  readonly logged: Processing | null
  readonly serve: Serve
}

type Extras = Partial<Pick<Shown, 'status' | 'errors' | 'marked' | 'referrals'>>

/** A page to show. It carries a marking when it shows a referral, unless it says otherwise. */
export const show = (
  template: string,
  title: string,
  data: Readonly<Record<string, unknown>> = {},
  { referrals = [], errors = [], marked = referrals.length > 0, status }: Extras = {},
): Shown => ({
  kind: 'page',
  template,
  title,
  data,
  status: status ?? (errors.length > 0 ? 422 : 200),
  errors,
  marked,
  referrals,
})

/** After a POST: go and see what came of it, so that neither reloading nor the back button sends it again. */
export const moveTo = (to: string, referrals: readonly string[] = []): Moved => ({
  kind: 'moved',
  to,
  referrals,
})

/** A file to keep, under a name that carries its marking. */
export const giveFile = (
  contentType: string,
  name: string,
  body: string | Uint8Array,
  referrals: readonly string[] = [],
): Kept => ({ kind: 'file', contentType, name, body, referrals })

/** A refusal that no field can mend: its own page. */
export const refuse = (refusal: Refusal): Refused => ({ kind: 'refused', refusal })
