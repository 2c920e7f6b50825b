import { readSettings } from '../../../../infra/local/settings.ts'
import { runLocally } from '../../../../infra/local/run.ts'
import { fixture } from './fixture.ts'

/** Runs the fixture as `infra/local/start.ts` runs the service, with nothing to put in place first. */
const { stop, failed } = await runLocally({
  ...readSettings(process.env),
  assembly: Promise.resolve(fixture),
  prepare: { always: () => Promise.resolve(), once: () => Promise.resolve(), close: () => Promise.resolve() },
  log: console.log,
})
process.once('SIGINT', () => void stop().then(() => process.exit(0)))
console.error(await failed)
process.exit(1)
