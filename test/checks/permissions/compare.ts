/** That a function does, or may do, something to something: `dynamodb:GetItem` on a table's ARN. */
export type Permission = {
  readonly functionName: string
  /** As IAM calls it. */
  readonly action: string
  /** An ARN; in what is allowed, `*` stands for anything. */
  readonly resource: string
}

/** What may stay allowed though no test was seen to use it. */
export type Excused = {
  /** Of these functions only; of every function without it. */
  readonly functionName?: RegExp
  readonly action: RegExp
  readonly resource: RegExp
  readonly reason: string
}

export type Comparison = {
  readonly recorded: readonly Permission[]
  readonly allowed: readonly Permission[]
  readonly excused: readonly Excused[]
}

/** What was done and would be refused when deployed; what is allowed and nothing does; what is excused in vain. */
export type Differences = {
  readonly refused: readonly Permission[]
  readonly unused: readonly Permission[]
  readonly staleExcuses: readonly Excused[]
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

const fits = (pattern: string, text: string) =>
  new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`, 's').test(text)

const covers = (allowed: Permission, done: Permission) =>
  allowed.functionName === done.functionName &&
  fits(allowed.action, done.action) &&
  fits(allowed.resource, done.resource)

const excuses = ({ functionName, action, resource }: Excused, permission: Permission) =>
  (functionName?.test(permission.functionName) ?? true) &&
  action.test(permission.action) &&
  resource.test(permission.resource)

/** Holds what functions were seen to do against what they may do. */
export const compare = ({ recorded, allowed, excused }: Comparison): Differences => {
  const unused = allowed.filter((each) => !recorded.some((done) => covers(each, done)))
  return {
    refused: recorded.filter((done) => !allowed.some((each) => covers(each, done))),
    unused: unused.filter((each) => !excused.some((excuse) => excuses(excuse, each))),
    staleExcuses: excused.filter((excuse) => !unused.some((each) => excuses(excuse, each))),
  }
}
