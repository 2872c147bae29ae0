import { useEffect } from 'react'
import { useActiveEditor } from '../../../workbench/context.ts'
import { setActive, setExpanded } from './tree-store.ts'

/** Opens the case of the active editor in the tree, and stands on its row; a case folded by hand afterwards stays so. */
export function useReveal(): void {
  const activeEditor = useActiveEditor()
  useEffect(() => {
    if (activeEditor?.type === 'note' || activeEditor?.type === 'journal') {
      setExpanded(activeEditor.caseId, true)
      setActive(activeEditor.noteId)
    } else if (activeEditor?.type === 'case') setActive(activeEditor.caseId)
  }, [activeEditor])
}
