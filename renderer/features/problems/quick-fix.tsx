import { Menu } from '@base-ui/react/menu'
import { useState } from 'react'
import { create } from 'zustand'
import type { Fix, Marker } from '../../../shared/note/marker.ts'
import { messageText } from '../../../shared/text/index.ts'
import { Icon } from '../../base/icon.tsx'
import { focusBack, focusFirstItem } from '../../base/menu-focus.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import { targetNote } from '../../note-model/active-note.ts'
import { markerKey, severityIcons } from '../../note-model/marker-parts.tsx'
import { noteServices } from '../../note-model/services.ts'
import { formOf } from '../../note-model/undo.ts'
import { type NotePlace, useRunFix } from '../../note-model/use-run-fix.ts'
import type { Command } from '../../workbench/contribution.ts'
import '../../base/dialog.css'

interface QuickFixes {
  readonly subject: NotePlace
  readonly markers: readonly Marker[]
  /** What has the focus, beside which the fixes are offered. */
  readonly at: HTMLElement
}

const useQuickFixes = create<{ readonly offered: QuickFixes | undefined }>(() => ({ offered: undefined }))

/** The problems with fixes where the focus is: of the column, else of the row, else of the field as a whole. */
export function fixableAt(markers: readonly Marker[], focus: Element): readonly Marker[] {
  const at = (name: string) => focus.closest(`[${name}]`)?.getAttribute(name) ?? undefined
  const [field, row, column] = [at('data-field'), at('data-row'), at('data-column')]
  const here = markers.filter(({ where, fixes }) => where.field === field && fixes.length > 0)
  const inRow = here.filter(({ where }) => where.row === row)
  const inColumn = inRow.filter(({ where }) => where.column === column)
  return [inColumn, inRow, here].find((each) => each.length > 0) ?? []
}

/** Offers what mends the problems of the place that has the focus. */
export const quickFix: Command = {
  id: 'note.quickFix',
  title: 'notes.command.quickFix',
  category: 'notes.category',
  icon: 'lightbulb',
  keys: ['Mod+.'],
  menu: 'edit',
  when: ({ activeEditor }) => activeEditor?.type === 'note',
  run: (workbench) => {
    const target = targetNote(workbench)
    const form = target && formOf(target.noteId)
    if (!target || !form) return
    const { markers } = noteServices(workbench.client)
    const focus = document.activeElement
    const found =
      focus instanceof HTMLElement && form.contains(focus)
        ? fixableAt(markers.markers(target.noteId), focus)
        : []
    if (found.length === 0 || !(focus instanceof HTMLElement)) {
      workbench.notify(workbench.t('notes.quickFix.none'), 'info')
      return
    }
    const subject = { caseId: target.caseId, note: target.noteId }
    useQuickFixes.setState({ offered: { subject, markers: found, at: focus } })
  },
}

/** The menu of fixes. Shows nothing until it is asked for. */
export function QuickFixMenu() {
  const t = useT()
  const language = useLanguage()
  const offered = useQuickFixes((state) => state.offered)
  const runFix = useRunFix()
  const [container, setContainer] = useState<HTMLElement | null>(null)
  const run = (fix: Fix) => {
    if (offered !== undefined) void runFix(offered.subject, fix)
  }
  return (
    <section ref={setContainer} aria-label={t('notes.command.quickFix')} hidden={offered === undefined}>
      <Menu.Root
        open={offered !== undefined}
        onOpenChange={(open) => {
          if (open) return
          useQuickFixes.setState({ offered: undefined })
          focusBack(offered?.at ?? null)
        }}
      >
        <Menu.Portal container={container}>
          <Menu.Positioner
            className="menu-positioner"
            anchor={offered?.at}
            align="start"
            positionMethod="fixed"
          >
            <Menu.Popup
              ref={focusFirstItem}
              className="menu-popup quick-fix"
              aria-label={t('notes.command.quickFix')}
              finalFocus={false}
            >
              {offered?.markers.map((marker) => (
                <Menu.Group key={markerKey(marker)}>
                  <Menu.GroupLabel className="quick-fix-problem" data-severity={marker.severity}>
                    <Icon name={severityIcons[marker.severity]} />
                    {messageText(language, marker.message)}
                  </Menu.GroupLabel>
                  {marker.fixes.map((fix) => (
                    <Menu.Item key={JSON.stringify(fix.title)} className="menu-item" onClick={() => run(fix)}>
                      <span>{messageText(language, fix.title)}</span>
                    </Menu.Item>
                  ))}
                </Menu.Group>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </section>
  )
}
