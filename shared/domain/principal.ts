export const roles = ['ukfiu', 'force', 'sta_author', 'sta_approver', 'auditor'] as const
export type Role = (typeof roles)[number]

type Person = {
  readonly id: string
  readonly name: string
  /** The system that walks through the service to see whether it works. */
  readonly isCanary?: true
}

/** Who is calling. Only someone of a force has an organisation, and only there is anything restricted. */
export type Principal =
  | (Person & { readonly role: Exclude<Role, 'force'> })
  | (Person & { readonly role: 'force'; readonly organisation: string; readonly maySeeRestricted: boolean })

/** The service acting by itself, as the history names it. */
export const theService = { id: 'service', name: 'SAR outcome feedback service', role: 'service' } as const

/** Who did something, as an event remembers it for ever. */
export type Actor =
  | typeof theService
  | {
      readonly id: string
      readonly name: string
      readonly role: Role
      readonly organisation?: string | undefined
    }

/** What the history keeps of a caller. */
export const actorOf = (principal: Principal): Actor => {
  const { id, name, role } = principal
  return role === 'force' ? { id, name, role, organisation: principal.organisation } : { id, name, role }
}
