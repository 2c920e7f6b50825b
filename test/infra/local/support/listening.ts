import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

export type Listening = { readonly address: string; readonly port: number }

/** Where the processes listen, read from the kernel (Linux). */
export const listeningAddresses = (pids: readonly number[]): readonly Listening[] => {
  const sockets = new Set(pids.flatMap(socketsOf))
  return ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === listen && sockets.has(fields[9] ?? ''))
      .map((fields) => addressOf(fields[1] ?? '')),
  )
}

/** A process, its children, theirs and so on. */
export const processTree = (pid: number): readonly number[] => {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  )
  return [pid, ...children.flatMap(processTree)]
}

const listen = '0A'

const socketsOf = (pid: number) =>
  readdirSync(`/proc/${pid}/fd`).flatMap((descriptor) => {
    const [, inode] = /^socket:\[(\d+)\]$/.exec(target(pid, descriptor)) ?? []
    return inode === undefined ? [] : [inode]
  })

/** Descriptors come and go while one looks. */
const target = (pid: number, descriptor: string) => {
  try {
    return readlinkSync(`/proc/${pid}/fd/${descriptor}`)
  } catch {
    return ''
  }
}

/** The kernel writes `0100007F:0BB8` for 127.0.0.1:3000; an address of version 6 is left as it is. */
const addressOf = (text: string): Listening => {
  const [address = '', port = ''] = text.split(':')
  const bytes = Buffer.from(address, 'hex').toReversed()
  return { address: address.length === 8 ? bytes.join('.') : address, port: Number.parseInt(port, 16) }
}
