import { useSyncExternalStore } from 'react'
import type { TourFacts } from '../../../../shared/training/tour.ts'
import { useActiveEditor } from '../../../workbench/context.ts'
import { isVisible, useLayoutStore } from '../../../workbench/layout/layout-store.ts'
import { useActiveReading } from '../use-active-reading.ts'
import { hasFocus } from './anchors.ts'
import { useTour } from './state.ts'

function onFocus(listener: () => void): () => void {
  document.addEventListener('focusin', listener)
  return () => document.removeEventListener('focusin', listener)
}

/** The window as it stands, for what a step asks; renders whenever that may have changed. */
export function useTourFacts(): TourFacts {
  const ran = useTour((state) => state.ran)
  const editor = useActiveEditor()
  const reading = useActiveReading()
  const sideBar = useLayoutStore((state) =>
    isVisible(state, 'sideBar') ? state.bars.sideBar.view : undefined,
  )
  const panel = useLayoutStore((state) => (isVisible(state, 'panel') ? state.bars.panel.view : undefined))
  useSyncExternalStore(onFocus, () => document.activeElement)
  return {
    ran,
    editor: editor && {
      type: editor.type,
      template: editor.type === 'template' ? editor.templateId : reading?.note.template.id,
    },
    views: [sideBar, panel].filter((view) => view !== undefined),
    hasAnswer: (field) => reading?.holds({ field, op: 'answered' }) === true,
    isSigned: reading?.note.status === 'journalford',
    errors: reading?.markers.filter(({ severity }) => severity === 'error').length,
    hasFocus,
  }
}
