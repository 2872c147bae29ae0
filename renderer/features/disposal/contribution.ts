import { z } from 'zod'
import { errorText } from '../../api/error-text.ts'
import { useT } from '../../base/use-t.ts'
import { targetCase } from '../../note-model/active-note.ts'
import { refusedWithout, refusedWriting } from '../../note-model/may.ts'
import type { Command, Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { CloseDialog, useClosing } from './close-dialog.tsx'
import { DisposalEditor } from './disposal-editor.tsx'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    disposal: object
  }
}

const close: Command = {
  id: 'case.close',
  title: 'disposal.close.command',
  category: 'frame.category.case',
  icon: 'archive',
  when: (workbench) => targetCase(workbench) !== undefined,
  refused: refusedWriting(),
  run: (workbench, args) => useClosing.setState({ caseId: targetCase(workbench, args) }),
}

const reopen: Command = {
  id: 'case.reopen',
  title: 'disposal.reopen.command',
  category: 'frame.category.case',
  icon: 'folder-opened',
  when: (workbench) => targetCase(workbench) !== undefined,
  refused: refusedWriting(),
  run: async (workbench, args) => {
    const { client, notify, t } = workbench
    const id = targetCase(workbench, args)
    if (id === undefined) return
    try {
      await client.cases.reopen({ id })
      notify(t('disposal.reopened'), 'success')
    } catch (error) {
      notify(errorText(t, error), 'error')
    }
  },
}

const open: Command = {
  id: 'disposal.open',
  title: 'disposal.title',
  category: 'frame.category.case',
  icon: 'trash',
  menu: 'archive',
  when: ({ archive }) => archive.state === 'open',
  refused: refusedWithout('dispose'),
  run: ({ editors }) => editors.open({ type: 'disposal' }),
}

function useDisposalTitle(): EditorTitle {
  return { title: useT()('disposal.title'), icon: 'trash' }
}

/** A case is closed when it is over, which is what gallring counts its time from, and can be opened again. */
export const disposalContribution: Contribution = {
  id: 'disposal',
  commands: [close, reopen, open],
  editors: [
    defineEditor({
      type: 'disposal',
      input: z.strictObject({ type: z.literal('disposal') }),
      component: DisposalEditor,
      useTitle: useDisposalTitle,
    }),
  ],
  background: CloseDialog,
}
