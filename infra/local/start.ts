/**
 * Runs the service on this machine: `node infra/local/start.ts`, with the variables that `settings.ts` reads. Progress
 * goes to standard output. Ends with status 1 and one line that says what to do when it can't start or go on.
 */
import { instantAt, londonDate } from '../../shared/domain/dates.ts'
import { readSettings, type Settings } from './settings.ts'
import { StartRefused } from './start-refused.ts'
import { synthesize } from './synthesize.ts'
import { welcome } from './welcome.ts'

// Functions live in UTC, wherever this machine is.
process.env['TZ'] = 'UTC'

const log = (line: string) => console.log(line)

const end = (error: unknown): never => {
  console.error(error instanceof StartRefused ? error.message : error)
  process.exit(1)
}

/** The app is synthesized in another process, so it starts before this one loads what it needs itself. */
const assemblyOf = ({ assembly }: Settings) => {
  if (assembly !== undefined) return Promise.resolve(assembly)
  log('Synthesizing the CDK app …')
  return synthesize()
}

const start = async () => {
  const settings = readSettings(process.env)
  const assembly = assemblyOf(settings)
  // Told where it is awaited; until then it must not count as nobody's.
  assembly.catch(() => undefined)
  const [{ runLocally }, { preparation }] = await Promise.all([import('./run.ts'), import('./prepare.ts')])
  return runLocally({ ...settings, assembly, prepare: preparation(settings.sample), log })
}

const stopOnSignal = (stop: () => Promise<void>) => {
  const stopAndEnd = () => {
    log('Stopping …')
    stop().then(() => process.exit(0), end)
  }
  process.once('SIGINT', stopAndEnd).once('SIGTERM', stopAndEnd)
}

process.on('unhandledRejection', end)
try {
  const { url, now, failed, stop } = await start()
  stopOnSignal(stop)
  log(welcome(url, londonDate(instantAt(now().getTime()))))
  log(`Started in ${process.uptime().toFixed(1)} s.`)
  const reason = await failed
  console.error(`${reason} Start again to go on where it stopped.`)
  process.exit(1)
} catch (error) {
  end(error)
}
