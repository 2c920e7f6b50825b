import { existsSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { DatabaseSync } from 'node:sqlite'
import { StartRefused } from '../start-refused.ts'

const patienceMilliseconds = 5000

/**
 * Waits until no process has a SQLite file open. After a kill, the engine of the last run ends a moment later than
 * the run itself; starting another on the same file before that would be two of them at once.
 */
export const untilUntouched = async (file: string): Promise<void> => {
  const deadline = performance.now() + patienceMilliseconds
  while (existsSync(file) && !isUntouched(file)) {
    if (performance.now() > deadline) {
      throw new StartRefused(
        `${file} is held open by another process: end that one, or choose another DATA_DIR.`,
      )
    }
    await setTimeout(10)
  }
}

/** SQLite grants exclusive locking of a file in its write-ahead mode only when nobody else has it open. */
const isUntouched = (file: string) => {
  const database = new DatabaseSync(file)
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT')
    return true
  } catch {
    return false
  } finally {
    database.close()
  }
}
