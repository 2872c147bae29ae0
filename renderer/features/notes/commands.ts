import { newestVersions } from '../../../shared/template/template.ts'
import { apiOf } from '../../api/use-client.ts'
import { hasNote, targetCase, targetNote } from '../../note-model/active-note.ts'
import { refusedWriting } from '../../note-model/may.ts'
import { noteServices } from '../../note-model/services.ts'
import { turn, type UndoWay, undoesElsewhere } from '../../note-model/undo.ts'
import type { Command, Workbench } from '../../workbench/contribution.ts'
import { openFollowAll } from './follow/follow-all.tsx'
import { keepStayed } from './follow/stayed.ts'

const create: Command = {
  id: 'note.create',
  title: 'notes.command.create',
  category: 'notes.category',
  icon: 'new-file',
  keys: ['Alt+N'],
  menu: 'note',
  when: (workbench) => targetCase(workbench) !== undefined,
  refused: refusedWriting(),
  run: (workbench, args) => {
    const caseId = targetCase(workbench, args)
    if (caseId === undefined) return
    workbench.editors.open({ type: 'new-note', caseId })
  },
}

const save: Command = {
  id: 'note.save',
  title: 'notes.command.save',
  category: 'notes.category',
  icon: 'save',
  keys: ['Mod+S'],
  menu: 'note',
  when: hasNote,
  run: async (workbench, args) => {
    const target = targetNote(workbench, args)
    const session = target && noteServices(workbench.client).sessions.get(target.noteId)
    if (!session) return
    if (await session.flush()) workbench.notify(workbench.t('notes.savedAlready'), 'success')
    else workbench.notify(workbench.t('notes.saveFailed'), 'error')
  },
}

function isDraft(workbench: Workbench): boolean {
  const target = targetNote(workbench)
  const session = target && noteServices(workbench.client).sessions.get(target.noteId)
  return session?.note().status === 'utkast'
}

const sign: Command = {
  id: 'note.sign',
  title: 'notes.command.sign',
  category: 'notes.category',
  icon: 'lock',
  keys: ['Mod+Enter'],
  menu: 'note',
  when: isDraft,
  refused: refusedWriting('sign'),
  run: (workbench, args) => {
    const target = targetNote(workbench, args)
    if (target) noteServices(workbench.client).signing.set(target.noteId)
  },
}

/**
 * Undoing is one for the whole note, over fields, rows and fixes. Where something else is typed in, a search or a case, it is that
 * control's own: it keeps the key, and the menu does there what the key does.
 */
function turning(way: UndoWay): Command['run'] {
  return (workbench, args) => {
    const target = targetNote(workbench, args)
    if (undoesElsewhere()) document.execCommand(way)
    else if (target) turn(noteServices(workbench.client), target.noteId, way)
  }
}

const undo: Command = {
  id: 'note.undo',
  title: 'notes.command.undo',
  category: 'notes.category',
  icon: 'discard',
  keys: ['Mod+Z'],
  menu: 'edit',
  when: ({ archive }) => archive.state === 'open',
  leavesKey: undoesElsewhere,
  run: turning('undo'),
}

const redo: Command = {
  ...undo,
  id: 'note.redo',
  title: 'notes.command.redo',
  icon: 'redo',
  keys: ['Mod+Y', 'Mod+Shift+Z'],
  run: turning('redo'),
}

const move: Command = {
  id: 'note.move',
  title: 'notes.command.move',
  category: 'notes.category',
  icon: 'arrow-swap',
  menu: 'note',
  when: isDraft,
  refused: refusedWriting(),
  run: (workbench, args) => {
    const target = targetNote(workbench, args)
    if (target) workbench.editors.open({ type: 'move-note', noteId: target.noteId, caseId: target.caseId })
  },
}

/** Whether the active note is a draft whose template has a newer version. */
function isBehind(workbench: Workbench): boolean {
  const target = targetNote(workbench)
  const session = target && noteServices(workbench.client).sessions.get(target.noteId)
  const templates = workbench.queryClient.getQueryData(apiOf(workbench.client).templates.list.queryKey())
  if (!session || !templates || !isDraft(workbench)) return false
  const { id, version } = session.note().template
  return newestVersions(templates).some((newest) => newest.id === id && newest.version > version)
}

const follow: Command = {
  id: 'note.follow',
  title: 'follow.command',
  category: 'notes.category',
  icon: 'versions',
  when: isBehind,
  refused: refusedWriting(),
  run: (workbench, args) => {
    const target = targetNote(workbench, args)
    if (target) keepStayed(workbench, target.noteId, undefined)
  },
}

const followAll: Command = {
  id: 'note.followAll',
  title: 'follow.all',
  category: 'notes.category',
  icon: 'versions',
  when: ({ archive }) => archive.state === 'open',
  refused: refusedWriting(),
  run: openFollowAll,
}

export const noteCommands: readonly Command[] = [create, save, sign, move, follow, followAll, undo, redo]
