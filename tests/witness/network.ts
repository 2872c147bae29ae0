// A witness of what a program asks of the network: strace, beside the program, in every process that it starts.
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

export const canWitness =
  process.platform === 'linux' &&
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'strace')))

/**
 * A command under the eyes of the witness, who writes to a file of its own in `folder`. The program stays a child of
 * whoever starts it, with its own id, so that it is stopped and killed as before.
 */
export function witnessed(folder: string, command: readonly [string, ...string[]]): [string, ...string[]] {
  const file = join(folder, randomUUID())
  return ['strace', '-D', '-f', '--seccomp-bpf', '-e', 'trace=%network', '-o', file, ...command]
}

const sends = /\b(?:connect|sendto|sendmsg|sendmmsg)\(.*?sa_family=(AF_\w+)(.*)$/
/** Sockets of the machine itself: files, the kernel's own news, and the undoing of a connection. */
const within = ['AF_UNIX', 'AF_LOCAL', 'AF_NETLINK', 'AF_UNSPEC']
const isLoopback = (address: string) => /^127\.|^::1$|^::ffff:127\./.test(address)

/** The addresses beyond this machine that a line of the witness names. */
function reachedOut(line: string): string[] {
  const [, family, rest = ''] = sends.exec(line) ?? []
  if (family === undefined || within.includes(family)) return []
  const address = /inet_(?:addr\(|pton\(AF_INET6, )"([^"]+)"/.exec(rest)?.[1]
  return address !== undefined && isLoopback(address) ? [] : [address ?? line]
}

function isWatching(folder: string): boolean {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .some((pid) => {
      try {
        const command = readFileSync(join('/proc', pid, 'cmdline'), 'utf8')
        return command.startsWith('strace') && command.includes(folder)
      } catch {
        // It has ended meanwhile.
        return false
      }
    })
}

/**
 * Every address beyond this machine that the programs witnessed in `folder` spoke to, or tried to: empty where they kept to
 * themselves. Waits until they have ended and all is written. Throws where nothing was witnessed.
 */
export async function reachedOutside(folder: string): Promise<string[]> {
  while (isWatching(folder)) await setTimeout(50)
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  if (!files.some((text) => text.includes('+++ exited'))) throw new Error('The witness saw no program.')
  return files.flatMap((text) => text.split('\n').flatMap(reachedOut))
}
