import { useEffect } from 'react'
import { NoteChecks } from '../../note-model/checking.tsx'
import { useNoteServices } from '../../note-model/use-note.ts'
import { SignDialog } from './sign/sign-dialog.tsx'

/** What runs beside the views: checks of the open notes and their cases, and saving when the window is left. */
export function NoteBackground() {
  const { sessions: registry } = useNoteServices()
  useEffect(() => {
    const flush = () => {
      void registry.flushAll()
    }
    const hidden = () => {
      if (document.visibilityState === 'hidden') flush()
    }
    window.addEventListener('blur', flush)
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      window.removeEventListener('blur', flush)
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', hidden)
      flush()
    }
  }, [registry])
  return (
    <>
      <NoteChecks />
      <SignDialog />
    </>
  )
}
