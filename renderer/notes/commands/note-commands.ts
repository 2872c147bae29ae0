import { caseIdSchema } from '../../../shared/case/ids.ts'
import type { Command, CommandArgs, Workbench } from '../../workbench/contribution.ts'
import { noteServices } from '../services.ts'
import { hasNote, targetNote } from './active-note.ts'

/** The case that is named, or else the active one. */
function targetCase({ activeCase }: Workbench, args: CommandArgs = {}) {
  const named = caseIdSchema.safeParse(args.caseId)
  return named.success ? named.data : activeCase
}

const create: Command = {
  id: 'note.create',
  title: 'notes.command.create',
  category: 'notes.category',
  icon: 'new-file',
  keys: ['Alt+N'],
  menu: 'anteckning',
  when: (workbench) => targetCase(workbench) !== undefined,
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
  menu: 'anteckning',
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
  menu: 'anteckning',
  when: isDraft,
  run: (workbench, args) => {
    const target = targetNote(workbench, args)
    if (target) noteServices(workbench.client).signing.set(target.noteId)
  },
}

/** Goes to the next problem of the active note, in document order, round to the first. */
function step(by: 1 | -1) {
  return (workbench: Workbench, args: CommandArgs) => {
    const target = targetNote(workbench, args)
    if (!target) return
    const { markers, focused, goTo } = noteServices(workbench.client)
    const all = markers.markers(target.noteId).filter((marker) => marker.where.field !== undefined)
    if (all.length === 0) {
      workbench.notify(workbench.t('notes.problems.none'), 'success')
      return
    }
    const here = focused.get()
    const fields = [...new Set(all.map((marker) => marker.where.field))]
    const at = fields.findIndex((field) => field !== undefined && field === here?.field)
    const next = fields[(at + by + fields.length) % fields.length] ?? fields[0]
    const marker = all.find((each) => each.where.field === next)
    if (!marker) return
    workbench.editors.open({ type: 'note', noteId: target.noteId, caseId: target.caseId })
    goTo.set({ note: target.noteId, where: marker.where })
  }
}

const nextProblem: Command = {
  id: 'note.nextProblem',
  title: 'notes.command.nextProblem',
  category: 'notes.category',
  icon: 'arrow-down',
  keys: ['F8'],
  menu: 'ga',
  when: hasNote,
  run: step(1),
}

const previousProblem: Command = {
  id: 'note.previousProblem',
  title: 'notes.command.previousProblem',
  category: 'notes.category',
  icon: 'arrow-up',
  keys: ['Shift+F8'],
  menu: 'ga',
  when: hasNote,
  run: step(-1),
}

const showProblems: Command = {
  id: 'problems.show',
  title: 'notes.command.problems',
  category: 'notes.category',
  icon: 'warning',
  keys: ['Mod+Shift+M'],
  menu: 'visa',
  run: (workbench) => workbench.layout.showPanelView('problems'),
}

export const noteCommands: readonly Command[] = [
  create,
  save,
  sign,
  nextProblem,
  previousProblem,
  showProblems,
]
