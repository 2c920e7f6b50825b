import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export type LeashedProcess = {
  /** Resolves once the program has ended, however it ended, with the last of what it said on standard error. */
  readonly ended: Promise<string>
  readonly stop: () => Promise<void>
}

/**
 * A shell that kills the program when its own standard input closes. The kernel closes that when this process ends,
 * even by `kill -9`, so the program never outlives it.
 */
const leash = `
exec 3<&0
"$0" "$@" </dev/null 3<&- &
program=$!
{ read -r _ <&3; kill -9 "$program"; } 2>/dev/null &
wait "$program"
status=$?
kill $! 2>/dev/null
exit $status`

/**
 * Starts a program that ends when this process does. It has a process group of its own, so that Ctrl-C reaches this
 * process alone, which then stops things in order.
 */
export const startLeashed = (program: string, parameters: readonly string[]): LeashedProcess => {
  const child = spawn('/bin/sh', ['-c', leash, program, ...parameters], {
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  const ended = endOf(child)
  return {
    ended,
    stop: async () => {
      child.stdin.end()
      await ended
    },
  }
}

const endOf = async (child: ChildProcess) => {
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-2000)))
  child.stdin?.on('error', () => undefined)
  await once(child, 'exit')
  return said.trim()
}
