import type { Announcer } from '../../shared/actions/announce.ts'

/** Nobody is written to. */
export const quietAnnouncer: Announcer = {
  queue: { send: () => Promise.resolve() },
  onFault: (fault) => {
    throw fault
  },
}
