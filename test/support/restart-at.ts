import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Service } from './service.ts'

/** Has a service start again at another time: as if it had been off meanwhile, only the last of each run is made up for. */
export const restartAt = async (service: Service, instant: string): Promise<void> => {
  await service.stop()
  const offsetMilliseconds = Date.parse(instant) - Date.now()
  await writeFile(join(service.dataDir, 'clock.json'), JSON.stringify({ offsetMilliseconds }))
  await service.restart()
}
