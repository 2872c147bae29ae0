import { AsyncIteratorClass, EventPublisher } from '@orpc/server'
import type { ChangeEvent } from '../../shared/api/contract.ts'

/** Tells every window what changed. */
export interface Changes {
  publish(event: ChangeEvent): void
  /** Events from now on, until the signal aborts or the core closes; none is dropped for a slow reader. */
  subscribe(signal?: AbortSignal): AsyncIteratorClass<ChangeEvent, void, void>
  close(): void
}

export function createChanges(): Changes {
  const publisher = new EventPublisher<{ change: ChangeEvent }>({
    maxBufferedEvents: Number.POSITIVE_INFINITY,
  })
  const closing = new AbortController()
  return {
    publish: (event) => publisher.publish('change', event),
    subscribe: (signal) => {
      const ending = AbortSignal.any(signal ? [closing.signal, signal] : [closing.signal])
      // Subscribed at once, not at the first read: what changes in between is told.
      const events = publisher.subscribe('change', { signal: ending })
      return new AsyncIteratorClass<ChangeEvent, void, void>(
        async () => {
          try {
            const event = await events.next()
            return event.done === true ? { done: true, value: undefined } : event
          } catch (error) {
            if (ending.aborted) return { done: true, value: undefined }
            throw error
          }
        },
        async () => {
          await events.return(undefined)
        },
      )
    },
    close: () => closing.abort(),
  }
}
