import { safe } from '@orpc/client'
import { timeText } from '../../../shared/case/dates.ts'
import { errorText } from '../../api/error-text.ts'
import { targetNote } from '../../note-model/active-note.ts'
import { refusedWriting } from '../../note-model/may.ts'
import { noteServices } from '../../note-model/services.ts'
import type { Command, Workbench } from '../../workbench/contribution.ts'

const show: Command = {
  id: 'history.show',
  title: 'history.command.show',
  category: 'notes.category',
  icon: 'history',
  keys: ['Alt+H'],
  menu: 'view',
  run: ({ layout }) => {
    layout.showPanelView('history')
    layout.focusPart('panel')
  },
}

/** Opens two revisions of a note beside each other. `from` and `to` are their numbers. */
const compare: Command = {
  id: 'history.compare',
  title: 'history.command.compare',
  category: 'notes.category',
  icon: 'diff',
  hidden: true,
  run: (workbench, args) => {
    const target = targetNote(workbench, args)
    const { from, to } = args
    if (!target || from === undefined || to === undefined) return
    workbench.editors.open({ type: 'compare', noteId: target.noteId, caseId: target.caseId, from, to })
  },
}

/** Goes to the next field that differs in the comparison that is shown, round to the first. */
function step(by: 1 | -1) {
  return () => {
    const shown = [...document.querySelectorAll<HTMLElement>('.compare')].filter(
      (view) => view.offsetParent !== null,
    )
    const view = shown.find((one) => one.contains(document.activeElement)) ?? shown[0]
    const changes = [...(view?.querySelectorAll<HTMLElement>('.diff-field:not([data-change="same"])') ?? [])]
    const at = changes.findIndex((change) => change.contains(document.activeElement))
    const start = at === -1 && by === -1 ? 0 : at
    const next = changes[(start + by + changes.length) % changes.length]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
}

const compares = ({ activeEditor }: Workbench) => activeEditor?.type === 'compare'

const next: Command = {
  id: 'history.next',
  title: 'history.command.next',
  category: 'notes.category',
  icon: 'arrow-down',
  keys: ['F7'],
  menu: 'go',
  when: compares,
  run: step(1),
}

const previous: Command = {
  ...next,
  id: 'history.previous',
  title: 'history.command.previous',
  icon: 'arrow-up',
  keys: ['Shift+F7'],
  run: step(-1),
}

/** Puts what a revision says in a new one, once what is written now is in the store and so among the revisions. */
const restore: Command = {
  id: 'history.restore',
  title: 'history.restore',
  refused: refusedWriting(),
  category: 'notes.category',
  icon: 'discard',
  hidden: true,
  run: async (workbench, args) => {
    const target = targetNote(workbench, args)
    const revision = Number(args.revision)
    if (!target || !Number.isInteger(revision)) return
    const { client, notify, confirm, language, t } = workbench
    const note = target.noteId
    const read = await client.history.get({ note, revision })
    const goesAhead = await confirm({
      title: t('history.restore.ask', { revision }),
      body: t('history.restore.body', { time: timeText(language, read.at) }),
      confirm: t('history.restore'),
    })
    if (!goesAhead) return
    const session = noteServices(client).sessions.get(note)
    if (session && !(await session.flush())) {
      notify(t('history.restore.unsaved'), 'error')
      return
    }
    const { revision: baseRevision } = session?.note() ?? (await client.notes.get({ id: note }))
    const { error, data, isDefined } = await safe(client.history.restore({ note, revision, baseRevision }))
    if (error === null) {
      session?.receive(data)
      notify(t('history.restored', { revision }), 'success')
      return
    }
    if (isDefined && error.code === 'CONFLICT') session?.receive(error.data.current)
    notify(errorText(t, error), 'error')
  },
}

export const historyCommands: readonly Command[] = [show, compare, next, previous, restore]
