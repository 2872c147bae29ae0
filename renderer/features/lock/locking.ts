import { create } from 'zustand'
import type { ArchiveStatus } from '../../../shared/api/archive.ts'

/** Why an archive that shall be locked is still open. */
export type Hindrance = 'unsaved' | 'otherWindow' | 'unreachable'

export type LockState =
  | { readonly kind: 'open' }
  /** Everything is being saved; nothing more can be written. */
  | { readonly kind: 'locking' }
  /** It locks as soon as it can. */
  | { readonly kind: 'waiting'; readonly for: Hindrance }

export const useLockState = create<LockState>(() => ({ kind: 'open' }))
const set = (state: LockState) => useLockState.setState(state, true)

/** What the lock needs of the window it locks. */
export interface LockPorts {
  /** Saves whatever is unsaved. True if everything is in the store. */
  readonly saveAll: () => Promise<boolean>
  /** Asks the core for the lock. Rejects where the core cannot be reached. */
  readonly ask: (saved: boolean) => Promise<ArchiveStatus>
  readonly closed: (status: ArchiveStatus) => void
  /** Waits a while before the next attempt. */
  readonly pause: () => Promise<void>
}

/** One attempt: what stands in the way, or the status of the archive that is closed now. */
async function attempt({ saveAll, ask }: LockPorts): Promise<Hindrance | ArchiveStatus> {
  const saved = await saveAll()
  try {
    const status = await ask(saved)
    if (status.state === 'closed') return status
    return saved ? 'otherWindow' : 'unsaved'
  } catch {
    // Whatever it was, it is tried again: nothing but a closed archive is locked.
    return saved ? 'unreachable' : 'unsaved'
  }
}

/**
 * Saves everything and locks the archive, for as long as it takes: what cannot be saved is not thrown away. Does nothing
 * where it is being locked already. `signal` ends it when the archive has been closed in another way.
 */
export async function lock(ports: LockPorts, signal: AbortSignal): Promise<void> {
  if (useLockState.getState().kind !== 'open') return
  set({ kind: 'locking' })
  while (!signal.aborted) {
    const outcome = await attempt(ports)
    if (signal.aborted) break
    if (typeof outcome !== 'string') {
      ports.closed(outcome)
      break
    }
    set({ kind: 'waiting', for: outcome })
    await ports.pause()
  }
}

/** The archive is open again, or closed: nothing is being locked. */
export function notLocking(): void {
  set({ kind: 'open' })
}
