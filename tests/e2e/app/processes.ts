import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What /proc says of a process, or nothing where it has ended meanwhile. */
export function procFile(pid: string | number, name: string): string {
  try {
    return readFileSync(join('/proc', String(pid), name), 'utf8')
  } catch {
    return ''
  }
}

/** The processes that a process has started, and those that they have. */
export function childrenOf(parent: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const parents = new Map(
    all.map((pid) => [Number(pid), Number(/^PPid:\s*(\d+)$/m.exec(procFile(pid, 'status'))?.[1])]),
  )
  const below = (pid: number): number[] => {
    const own = [...parents].filter(([, of]) => of === pid).map(([child]) => child)
    return [...own, ...own.flatMap(below)]
  }
  return below(parent)
}

/** The core processes that a program has started in Node. */
export function coresOf(program: number): number[] {
  return childrenOf(program).filter((pid) =>
    /core-process\.cjs|node\.mojom\.NodeService/.test(procFile(pid, 'cmdline')),
  )
}
