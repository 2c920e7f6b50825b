import { startLeashed } from '../../../../infra/local/engines/leashed-process.ts'
import { writePidAndStay } from './leash.ts'

/** Has a process on its leash, which writes its id into the file named, and waits to be killed. */
await startLeashed('/bin/sh', ['-c', writePidAndStay, String(process.argv[2])]).ended
