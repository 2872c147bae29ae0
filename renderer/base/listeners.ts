export type Unsubscribe = () => void

interface Listeners<T> {
  add: (listener: (value: T) => void) => Unsubscribe
  emit: (value: T) => void
  size: () => number
}

/** A set of listeners. One added or removed during an event is affected from the next event on. */
export function createListeners<T>(): Listeners<T> {
  const all = new Set<{ run: (value: T) => void }>()
  return {
    add: (run) => {
      const entry = { run }
      all.add(entry)
      return () => {
        all.delete(entry)
      }
    },
    emit: (value) => {
      for (const entry of Array.from(all)) if (all.has(entry)) entry.run(value)
    },
    size: () => all.size,
  }
}
