import type { Announcer } from '../../shared/actions/announce.ts'
import type { Clock, RandomBytes, ReminderQueue } from '../../shared/actions/ports.ts'
import type { ReferenceData } from '../../shared/domain/rules.ts'
import type { AccessLogStore } from '../../shared/store/access-log.ts'
import type { ContactsStore } from '../../shared/store/contacts-store.ts'
import type { DraftsStore } from '../../shared/store/drafts-store.ts'
import type { EditionFiles } from '../../shared/store/edition-files.ts'
import type { EditionsStore } from '../../shared/store/editions-store.ts'
import type { FiguresStore } from '../../shared/store/figures-store.ts'
import type { ReferralStore, SarRegister } from '../../shared/store/referral-store.ts'
import type { ReviewsStore } from '../../shared/store/reviews-store.ts'

/** What pages act with: hand the whole of it to an action, which takes what it needs. */
export type Dependencies = {
  readonly referrals: ReferralStore
  readonly sarRegister: SarRegister
  readonly reviews: ReviewsStore
  readonly figures: FiguresStore
  readonly editions: EditionsStore
  readonly files: EditionFiles
  readonly contacts: ContactsStore
  readonly drafts: DraftsStore
  readonly accessLog: AccessLogStore
  readonly queue: ReminderQueue
  readonly announcer: Announcer
  readonly reference: ReferenceData
  readonly clock: Clock
  readonly randomBytes: RandomBytes
}
