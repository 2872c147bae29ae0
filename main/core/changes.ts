import { AsyncIteratorClass, EventPublisher } from '@orpc/server'
import type { Change, ChangeEvent } from '../../shared/api/contract.ts'

/** Tells every window what has changed. */
export interface Changes {
  /** `line` is the one whose call made the change. */
  publish(change: Change, line: string): void
  /** Events from now on, until the signal aborts or the core closes; none is dropped for a slow reader. */
  subscribe(line: string, signal?: AbortSignal): AsyncIteratorClass<ChangeEvent, void, void>
  /** The lines that listen now: each window has one. */
  lines(): ReadonlySet<string>
  /** Calls back when a line no longer listens. Gives the way to stop. */
  onLeave(listener: () => void): () => void
  close(): void
}

interface Published {
  readonly change: Change
  readonly line: string
}

export function createChanges(): Changes {
  const publisher = new EventPublisher<{ change: Published }>({
    maxBufferedEvents: Number.POSITIVE_INFINITY,
  })
  const closing = new AbortController()
  const listening = new Map<object, string>()
  const onLeave = new Set<() => void>()
  return {
    publish: (change, line) => publisher.publish('change', { change, line }),
    subscribe: (line, signal) => {
      const ending = AbortSignal.any(signal ? [closing.signal, signal] : [closing.signal])
      listening.set(ending, line)
      const leave = () => {
        if (listening.delete(ending)) for (const listener of onLeave) listener()
      }
      ending.addEventListener('abort', leave)
      // Subscribe now rather than at the first read, so that nothing in between is missed.
      const events = publisher.subscribe('change', { signal: ending })
      return new AsyncIteratorClass<ChangeEvent, void, void>(
        async () => {
          try {
            const event = await events.next()
            if (event.done === true) return { done: true, value: undefined }
            return { done: false, value: { ...event.value.change, own: event.value.line === line } }
          } catch (error) {
            if (ending.aborted) return { done: true, value: undefined }
            throw error
          }
        },
        async () => {
          leave()
          await events.return(undefined)
        },
      )
    },
    lines: () => new Set(listening.values()),
    onLeave: (listener) => {
      onLeave.add(listener)
      return () => onLeave.delete(listener)
    },
    close: () => closing.abort(),
  }
}
