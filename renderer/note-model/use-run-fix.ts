import { useCallback, useLayoutEffect, useRef } from 'react'
import type { CaseId, NoteId } from '../../shared/case/ids.ts'
import type { Fix, Where } from '../../shared/note/marker.ts'
import { errorText } from '../api/error-text.ts'
import { useTemplates } from '../api/use-client.ts'
import type { Caret } from '../base/caret.ts'
import { isBehindDialog } from '../base/open-dialog.ts'
import { reveal } from '../base/reveal.ts'
import { useT } from '../base/use-t.ts'
import { useArchive, useCommandContext, useWorkbench } from '../workbench/context.ts'
import { refusedWriting } from './may.ts'
import { useNoteServices } from './use-note.ts'

const focusable =
  'input:not([type="hidden"]):not(:disabled), select:not(:disabled), textarea:not(:disabled), [contenteditable="true"]'

function find(root: Element, attribute: string, value: string | undefined): Element {
  return (value === undefined ? null : root.querySelector(`[${attribute}="${CSS.escape(value)}"]`)) ?? root
}

/** The element of a place in a note, which is opened: the column, row or field that it names, or the note where it shows none of them. */
export function placeIn(root: Element, where: Where): Element {
  const field = find(root, 'data-field', where.field)
  // A row that stands as a line is opened first.
  if (where.row !== undefined) reveal(find(field, 'data-line', where.row))
  return find(find(field, 'data-row', where.row), 'data-column', where.column)
}

/** The radio button that is chosen among those of this one; undefined where it is another control, or none is chosen. */
function chosenOf(control: HTMLElement): HTMLElement | undefined {
  if (!(control instanceof HTMLInputElement) || control.type !== 'radio') return undefined
  const group = control.closest('[role="radiogroup"]')
  return group?.querySelector<HTMLElement>('input:checked') ?? undefined
}

/**
 * Moves the focus to a place in a note: its column, row or field, or the first field where none is named. Shows it in
 * the middle of the window, or scrolls as little as it must (`nearest`). False where there is nothing to focus, or a dialog has
 * opened in front of it.
 */
export function focusWhere(root: Element, where: Where, block: 'center' | 'nearest' = 'center'): boolean {
  if (isBehindDialog(root)) return false
  const field = find(root, 'data-field', where.field)
  // Of a field alone, the row that is open in it.
  const open = where.field === undefined || where.row !== undefined ? null : field.querySelector('[data-row]')
  const cell = open === null ? placeIn(root, where) : find(open, 'data-column', where.column)
  const first = cell.querySelector<HTMLElement>(focusable)
  const target =
    (first && chosenOf(first)) ??
    first ??
    field.querySelector<HTMLElement>('button:not(:disabled)') ??
    // A field that is only read takes the focus itself.
    (field instanceof HTMLElement && field.tabIndex === -1 && field.hasAttribute('tabindex') ? field : null)
  if (!target) return false
  cell.scrollIntoView({ block: cell === root ? 'start' : block })
  target.focus({ preventScroll: true })
  return true
}

/** What a marker is about: its case always, its note where it is about one. */
export interface NotePlace {
  caseId: CaseId
  note: NoteId | undefined
}

/** Takes the focus to a place in a note, opening it where it is not open, and selects a part of its text. */
export function useGoTo(): (subject: NotePlace, where: Where, caret?: Caret) => void {
  const { editors } = useWorkbench()
  const { goTo } = useNoteServices()
  return useCallback(
    ({ caseId, note }, where, caret) => {
      const target = where.note ?? note
      if (target === undefined) {
        editors.open({ type: 'case', caseId })
        return
      }
      goTo.set({ note: target, where, ...(caret && { caret }) })
      editors.open({ type: 'note', noteId: target, caseId })
    },
    [editors, goTo],
  )
}

/**
 * Runs what mends a problem: an edit of the note, an answer that it is not so, a new note of a kind, or the way to another
 * place.
 */
export function useRunFix(): (subject: NotePlace, fix: Fix) => Promise<void> {
  const t = useT()
  const { client, editors, notify } = useWorkbench()
  const { sessions } = useNoteServices()
  const { data: templates } = useTemplates()
  const archive = useArchive()
  const user = archive.state === 'open' ? archive.user : undefined
  const goTo = useGoTo()
  const workbench = useCommandContext()
  const latest = useRef(workbench)
  useLayoutEffect(() => {
    latest.current = workbench
  }, [workbench])
  return useCallback(
    async (subject, fix) => {
      const refused =
        fix.kind === 'go-to' ? undefined : refusedWriting()(latest.current, { caseId: subject.caseId })
      if (refused !== undefined) {
        notify(refused.why, 'info')
        return
      }
      const session = subject.note === undefined ? undefined : sessions.get(subject.note)
      switch (fix.kind) {
        case 'edit':
          session?.apply(fix.changes)
          return
        case 'object':
          if (!session || !user) return
          session.object(fix.to, user)
          notify(t('notes.objection.made'), 'info', [
            { title: t('fields.undo'), run: () => session.withdraw(fix.to) },
          ])
          return
        case 'withdraw':
          if (!session || !user) return
          session.withdraw(fix.to)
          notify(t('notes.objection.withdrawn'), 'info', [
            { title: t('fields.undo'), run: () => session.object(fix.to, user) },
          ])
          return
        case 'go-to':
          goTo(subject, fix.where)
          return
        case 'create-note': {
          const template = templates?.find((each) => each.kind === fix.documentKind)
          if (!template) return
          try {
            const note = await client.notes.create({ caseId: subject.caseId, templateId: template.id })
            editors.open({ type: 'note', noteId: note.id, caseId: note.caseId })
          } catch (error) {
            notify(errorText(t, error), 'error')
          }
        }
      }
    },
    [client, editors, notify, t, sessions, templates, user, goTo],
  )
}
