// A process that dies leaves nothing behind of what it held: its memory holds cases.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Node writes no report of its own, whatever it was started with. */
export function writeNoReports(): void {
  process.report.reportOnFatalError = false
  process.report.reportOnUncaughtException = false
  process.report.reportOnSignal = false
}

/** A process and all that it has started, as Linux tells it. */
function familyOf(pid: string): string[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
  return [pid, ...(children === '' ? [] : children.split(' ').flatMap(familyOf))]
}

/**
 * Linux: the system writes no core dump of this process, of those that it has started (the one that windows are made from stands
 * before any of our code runs), or of any that they start. Elsewhere nothing is dumped unless somebody has asked the system for it.
 */
export function dumpNoMemory(): void {
  if (process.platform !== 'linux') return
  try {
    for (const pid of familyOf(String(process.pid)))
      execFileSync('/usr/bin/prlimit', ['--core=0:0', '--pid', pid], { stdio: 'ignore' })
  } catch (error) {
    console.warn('Core dumps could not be turned off.', error)
  }
}
