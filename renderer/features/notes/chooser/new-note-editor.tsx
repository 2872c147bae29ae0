import { useState } from 'react'
import type { Template } from '../../../../shared/template/template.ts'
import { errorText } from '../../../api/error-text.ts'
import { useT } from '../../../base/use-t.ts'
import { useNoteServices } from '../../../note-model/use-note.ts'
import { useWorkbench } from '../../../workbench/context.ts'
import type { EditorInputOf } from '../../../workbench/editor-input.ts'
import { Chooser } from './chooser.tsx'

/** "Vad ska du dokumentera?" The template that is chosen makes a note, and the chooser's tab becomes the note's. */
export function NewNoteEditor({ input }: { input: EditorInputOf<'new-note'> }) {
  const t = useT()
  const { client, editors, notify } = useWorkbench()
  const { goTo } = useNoteServices()
  const [busy, setBusy] = useState(false)
  const create = async (template: Template) => {
    setBusy(true)
    try {
      const note = await client.notes.create({ caseId: input.caseId, templateId: template.id })
      goTo.set({ note: note.id, where: {} })
      editors.replace(input, { type: 'note', noteId: note.id, caseId: note.caseId })
    } catch (error) {
      notify(errorText(t, error), 'error')
    } finally {
      setBusy(false)
    }
  }
  return (
    <Chooser
      caseId={input.caseId}
      title="notes.chooser.title"
      choice={{ button: 'notes.chooser.create', run: create, busy }}
    />
  )
}
