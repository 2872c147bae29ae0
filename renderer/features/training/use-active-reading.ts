import { useSyncExternalStore } from 'react'
import type { Analysis } from '../../../shared/rules/index.ts'
import { useActiveNote, useNoteServices } from '../../note-model/use-note.ts'

/** The reading of the note that the active editor shows; undefined where it shows none, or none that is read yet. */
export function useActiveReading(): Analysis | undefined {
  const note = useActiveNote()
  const { readings } = useNoteServices()
  return useSyncExternalStore(readings.onChange, () => note && readings.of(note))
}
