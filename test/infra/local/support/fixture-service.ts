import { readSettings } from '../../../../infra/local/settings.ts'
import { runLocally } from '../../../../infra/local/run.ts'
import { fixture } from './fixture.ts'

/** Runs the fixture as `infra/local/start.ts` runs the service, with nothing to put in place first. */
const { stop } = await runLocally({
  ...readSettings(process.env),
  assembly: Promise.resolve(fixture),
  prepare: () => Promise.resolve(),
  log: console.log,
})
process.once('SIGINT', () => void stop().then(() => process.exit(0)))
