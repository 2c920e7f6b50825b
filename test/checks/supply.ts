/**
 * Looks at what would be installed: exact versions, a hash and a licence that is allowed for each package, and no
 * script at installation but those allowed. `npm run check:supply`; needs no network.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { faultsIn, Lock, Manifest } from './supply/lock.ts'

const read = (name: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8'))

const lock = Lock.parse(read('package-lock.json'))
const faults = faultsIn(Manifest.parse(read('package.json')), lock)
faults.forEach((fault) => console.error(fault))
console.log(`${Object.keys(lock.packages).length - 1} packages looked at.`)
if (faults.length > 0) process.exitCode = 1
