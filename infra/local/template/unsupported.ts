import { StartRefused } from '../start-refused.ts'

/** The refusal of a template that asks for what the local runner can't do: running it anyway would mislead. */
export const unsupported = (where: string, what: string) =>
  new StartRefused(`${where}: the local runner can't honour ${what}. Teach it to in infra/local/template.`)
