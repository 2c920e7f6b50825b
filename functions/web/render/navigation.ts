import type { Role } from '../../../shared/domain/principal.ts'

/** The pages that the top of every page leads to, by role. The first is the role's home. */
export const navigation: Readonly<Record<Role, readonly [NavigationItem, ...NavigationItem[]]>> = {
  force: [
    { text: 'What you owe', href: '/referrals' },
    { text: 'Your statement', href: '/statement' },
    { text: 'Your contacts', href: '/contacts' },
  ],
  ukfiu: [
    { text: 'Non-responses', href: '/non-responses' },
    { text: 'Find', href: '/referrals' },
    { text: 'Register', href: '/register' },
    { text: 'Import', href: '/import' },
    { text: 'Organisations', href: '/organisations' },
    { text: 'Learning', href: '/learning' },
    { text: 'The year', href: '/assessments' },
  ],
  sta_author: [{ text: 'The year', href: '/assessments' }],
  sta_approver: [{ text: 'The year', href: '/assessments' }],
  auditor: [{ text: 'Access log', href: '/access-log' }],
}

type NavigationItem = { readonly text: string; readonly href: string }

/** Where somebody of a role begins. */
export const homeOf = (role: Role): string => navigation[role][0].href

/** A role's navigation, with the item under which a page stands marked. */
export const navigationFor = (role: Role, path: string) =>
  navigation[role].map((item) => ({
    ...item,
    current: item.href === path,
    active: path.startsWith(`${item.href}/`),
  }))
