import { z } from 'zod'
import { type EditorInput, editorId } from '../../../renderer/workbench/editor-input.ts'
import { defaultBars, writeLayout } from '../../../renderer/workbench/layout/layout-store.ts'
import { coreIn, type LargeArchive, passphrase } from './archive.ts'

/** Stores the layout of a window that was left with the archive's first note open, and the Problems panel below it. */
export async function leaveOpen(large: LargeArchive): Promise<void> {
  const [noteId] = large.notes
  if (noteId === undefined) throw new Error('There is no note.')
  const input: EditorInput = { type: 'note', noteId, caseId: large.caseId }
  const view = editorId(input)
  const { version, bars, editors } = writeLayout({
    bars: { ...defaultBars, panel: { ...defaultBars.panel, visible: true } },
    editors: {
      inputs: [input],
      activeGroup: '1',
      grid: {
        root: {
          type: 'branch',
          data: [{ type: 'leaf', data: { id: '1', views: [view], activeView: view } }],
        },
        width: 640,
        height: 540,
        orientation: 'HORIZONTAL',
      },
    },
  })
  const core = coreIn(large)
  try {
    await core.client.archive.open({ path: large.path, passphrase })
    const value = z.json().parse({ version, bars, editors })
    await core.client.settings.set({ key: 'layout', value })
  } finally {
    await core.close()
  }
}
