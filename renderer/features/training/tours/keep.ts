import { useEffect } from 'react'
import { z } from 'zod'
import { tourProgressSchema } from '../../../../shared/training/progress.ts'
import type { Client } from '../../../api/use-client.ts'
import { takeTour, useTour } from './state.ts'

/** Under this setting the archive keeps how far the tour has come; null when there is none. */
const KEY = 'tour'

/** Reads from the open archive how far the tour has come, and keeps it there at each step. */
export function useKeptTour(client: Client, isDemo: boolean): void {
  useEffect(() => {
    if (!isDemo) return
    let stopped = false
    const refused = (error: unknown) => console.warn('The tour was not kept.', error)
    client.settings.get().then((settings) => {
      // Whoever has begun one already means that one.
      if (!stopped && useTour.getState().at === undefined)
        takeTour(tourProgressSchema.safeParse(settings[KEY]).data)
    }, refused)
    const stop = useTour.subscribe(({ at }, before) => {
      if (at !== before.at)
        client.settings.set({ key: KEY, value: z.json().parse(at ?? null) }).catch(refused)
    })
    return () => {
      stopped = true
      stop()
      takeTour(undefined)
    }
  }, [client, isDemo])
}
