import type { Page } from './page.ts'
import { assessmentPages } from './pages/assessment/pages.ts'
import { auditPages } from './pages/audit/pages.ts'
import { forcePages } from './pages/force/pages.ts'
import { ukfiuPages } from './pages/ukfiu/pages.ts'

/**
 * The one table of pages, by the names that the access log calls them. Who may see each is decided from it before the
 * page is served, and what it shows is in the access log before it leaves.
 */
export const pages: Readonly<Record<string, Page>> = {
  ...forcePages,
  ...ukfiuPages,
  ...assessmentPages,
  ...auditPages,
}
