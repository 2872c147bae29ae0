import type { TextKey } from '../../../shared/text/index.ts'
import { LIST_NAME_CHARS } from '../../../shared/watch/list.ts'
import { mayExport, policiesOf } from '../../api/policies.ts'
import { todayOf } from '../../api/today.ts'
import type { SavedFile } from '../../base/files.ts'
import { refusedWithout } from '../../note-model/may.ts'
import { noteServices } from '../../note-model/services.ts'
import type { Command, CommandArgs, Workbench } from '../../workbench/contribution.ts'
import type { EditorInput } from '../../workbench/editor-input.ts'
import { giveFile } from '../../workbench/give-file.ts'
import { changeKept, findList, keptOf, type ShownList } from './kept.ts'
import { tables, useWatchState } from './state.ts'

const isOpen = ({ archive }: Workbench) => archive.state === 'open'

/** The list that a command is about: the one it is given, or that of the active editor. */
function listId({ activeEditor }: Workbench, { list }: CommandArgs = {}): string | undefined {
  return list ?? (activeEditor?.type === 'watch-list' ? activeEditor.list : undefined)
}

function listOf(workbench: Workbench, args?: CommandArgs): ShownList | undefined {
  const id = listId(workbench, args)
  return id === undefined ? undefined : findList(workbench.t, keptOf(workbench), id)
}

const isOwn = (list: ShownList | undefined) => list !== undefined && list.what === undefined

const ofList = (id: string, title: TextKey, more: Pick<Command, 'run'> & Partial<Command>): Command => ({
  id,
  title,
  category: 'watch.title',
  when: (workbench) => isOpen(workbench) && listOf(workbench) !== undefined,
  ...more,
})

const tableOf = (workbench: Workbench, args: CommandArgs) => tables.get(listId(workbench, args) ?? '')

/**
 * Opens what the row is about: its case, or the place in the note that says it. Beside the list, the keys stay with the list, so
 * that one goes through it row by row and reads.
 */
function openRow(workbench: Workbench, args: CommandArgs, { isBeside = false } = {}): void {
  const row = tableOf(workbench, args)?.current()
  const list = listId(workbench, args)
  if (row === undefined || list === undefined) return
  const { caseId, note, field } = row
  const input: EditorInput =
    note === undefined ? { type: 'case', caseId } : { type: 'note', noteId: note, caseId }
  if (isBeside) {
    workbench.editors.open(input, { beside: { type: 'watch-list', list }, keepFocus: true })
    return
  }
  if (note !== undefined) {
    const where = { ...(field && { field }), ...(row.row && { row: row.row }) }
    noteServices(workbench.client).goTo.set({ note, where })
  }
  workbench.editors.open(input)
}

const rowCommands: readonly Command[] = [
  ofList('watch.next', 'watch.command.next', { run: (workbench, args) => tableOf(workbench, args)?.move(1) }),
  ofList('watch.previous', 'watch.command.previous', {
    run: (workbench, args) => tableOf(workbench, args)?.move(-1),
  }),
  ofList('watch.openRow', 'watch.command.openRow', { run: (workbench, args) => openRow(workbench, args) }),
  ofList('watch.openBeside', 'watch.command.openBeside', {
    icon: 'split-horizontal',
    run: (workbench, args) => openRow(workbench, args, { isBeside: true }),
  }),
  ofList('watch.postpone', 'watch.command.postpone', {
    icon: 'calendar',
    run: (workbench, args) => {
      const row = tableOf(workbench, args)?.current()
      if (row === undefined) return
      const { caseId, number } = row
      const isAside = listOf(workbench, args)?.query.of === 'later'
      useWatchState.setState({ postponing: { caseId, number, isAside } })
    },
  }),
]

const copyList = ofList('watch.copy', 'watch.command.copy', {
  icon: 'copy',
  run: (workbench, args) => {
    const list = listOf(workbench, args)
    if (list === undefined) return
    const { t, editors, notify } = workbench
    const id = crypto.randomUUID()
    const name = t('watch.copyName', { name: list.name }).slice(0, LIST_NAME_CHARS)
    changeKept(workbench, (kept) => ({ ...kept, lists: [...kept.lists, { id, name, query: list.query }] }))
    useWatchState.setState({ editing: id })
    editors.open({ type: 'watch-list', list: id })
    notify(t('watch.copied'), 'success')
  },
})

const editList = ofList('watch.edit', 'watch.command.edit', {
  icon: 'edit',
  when: (workbench) => isOpen(workbench) && isOwn(listOf(workbench)),
  run: (workbench, args) => {
    const id = listId(workbench, args)
    useWatchState.setState(({ editing }) => ({ editing: editing === id ? undefined : id }))
  },
})

const removeList = ofList('watch.remove', 'watch.command.remove', {
  icon: 'trash',
  when: (workbench) => isOpen(workbench) && isOwn(listOf(workbench)),
  run: async (workbench, args) => {
    const list = listOf(workbench, args)
    if (list === undefined) return
    const { confirm, editors, t } = workbench
    const goesAhead = await confirm({
      title: t('watch.remove.title', { name: list.name }),
      body: t('watch.remove.body'),
      confirm: t('watch.remove.confirm'),
    })
    if (!goesAhead) return
    editors.close({ type: 'watch-list', list: list.id })
    changeKept(workbench, ({ lists, pinned }) => ({
      lists: lists.filter(({ id }) => id !== list.id),
      pinned: pinned.filter((id) => id !== list.id),
    }))
  },
})

const pinList = ofList('watch.pin', 'watch.command.pin', {
  icon: 'pin',
  run: (workbench, args) => {
    const id = listId(workbench, args)
    if (id === undefined) return
    changeKept(workbench, (kept) => ({
      ...kept,
      pinned: kept.pinned.includes(id)
        ? kept.pinned.filter((each) => each !== id)
        : [...kept.pinned, id].slice(-20),
    }))
  },
})

/** Lets the user have a file that the core has made. */
const give = (workbench: Workbench, file: SavedFile) =>
  giveFile(workbench, file, workbench.t('watch.exported', { file: file.fileName }))

const exportList = (format: 'csv' | 'xlsx') =>
  ofList(`watch.export.${format}`, `watch.command.${format}`, {
    icon: 'export',
    refused: refusedWithout('export'),
    when: (workbench) =>
      listOf(workbench) !== undefined &&
      mayExport(policiesOf(workbench.queryClient, workbench.client), format),
    run: async (workbench, args) => {
      const list = listOf(workbench, args)
      if (list === undefined) return
      const { client, language } = workbench
      const { whose, sorts } = useWatchState.getState()
      const query = { ...list.query, sort: sorts[list.id] ?? list.query.sort }
      const today = todayOf(workbench)
      await give(workbench, await client.watch.export({ query, today, whose, format, language }))
    },
  })

const exportCalendar: Command = {
  id: 'watch.calendar',
  title: 'watch.command.calendar',
  category: 'watch.title',
  icon: 'calendar',
  refused: refusedWithout('export'),
  when: (workbench) =>
    isOpen(workbench) && mayExport(policiesOf(workbench.queryClient, workbench.client), 'ics'),
  run: async (workbench) => {
    const { client, language } = workbench
    const { whose } = useWatchState.getState()
    await give(workbench, await client.watch.calendar({ today: todayOf(workbench), whose, language }))
  },
}

/** What can be done with the watch lists. */
export const watchCommands: readonly Command[] = [
  {
    id: 'watch.show',
    title: 'watch.command.show',
    category: 'frame.category.view',
    icon: 'checklist',
    keys: ['Alt+Shift+L'],
    menu: 'view',
    when: isOpen,
    run: ({ layout }) => {
      layout.showSideBarView('watch')
      layout.focusPart('side')
    },
  },
  {
    id: 'watch.today',
    title: 'watch.command.today',
    category: 'frame.category.view',
    icon: 'home',
    keys: ['Alt+Shift+D'],
    menu: 'view',
    when: isOpen,
    run: ({ editors }) => editors.open({ type: 'today' }),
  },
  {
    id: 'watch.open',
    title: 'watch.title',
    hidden: true,
    when: isOpen,
    run: ({ editors }, { list }) => {
      if (list === undefined) return
      useWatchState.setState({ wanted: list })
      editors.open({ type: 'watch-list', list })
    },
  },
  {
    id: 'watch.whose',
    title: 'watch.command.whose',
    category: 'watch.title',
    when: isOpen,
    run: () => useWatchState.setState(({ whose }) => ({ whose: whose === 'mine' ? 'all' : 'mine' })),
  },
  ...rowCommands,
  copyList,
  editList,
  removeList,
  pinList,
  exportList('csv'),
  exportList('xlsx'),
  exportCalendar,
]
