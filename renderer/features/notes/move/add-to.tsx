import { Menu } from '@base-ui/react/menu'
import { useId, useRef } from 'react'
import type { FieldOps } from '../../../../shared/fields/define.ts'
import { Icon } from '../../../base/icon.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { useFieldContext } from '../../../fields/field-context.ts'
import type { NoteSession } from '../../../note-model/session/note-session.ts'
import { showSoon } from '../../../note-model/undo.ts'
import { useWholeReading } from '../../../note-model/use-note.ts'
import '../../../base/dialog.css'

interface AddToProps {
  session: NoteSession
  words: string
  /** The id of what names the words. */
  of: string
}

/** "Lägg till i …" Puts words behind what stands in a field of the note; nothing where it shows none that takes words. */
export function AddTo({ session, words, of }: AddToProps) {
  const t = useT()
  const language = useLanguage()
  const id = useId()
  const read = useWholeReading(session.id)
  const add = useAdd(session, words)
  const isAdded = useRef(false)
  // The menu stands in the note, so that a screen reader finds it in a landmark.
  const container = useRef<HTMLSpanElement>(null)
  const sections = Map.groupBy(
    (read?.shown() ?? []).flatMap(({ section, ops }) =>
      ops?.append(read?.note.answers[ops.field.id], words) === undefined ? [] : [{ section, ops }],
    ),
    ({ section }) => section,
  )
  if (sections.size === 0) return null
  return (
    <span ref={container}>
      <Menu.Root
        onOpenChange={(open) => {
          if (open) isAdded.current = false
        }}
      >
        <Menu.Trigger id={id} className="button" aria-labelledby={`${id} ${of}`}>
          <Icon name="add" />
          {t('notes.aside.addTo')}
          <Icon name="chevron-down" />
        </Menu.Trigger>
        <Menu.Portal container={container}>
          <Menu.Positioner className="menu-positioner" sideOffset={2} align="start" positionMethod="fixed">
            <Menu.Popup className="menu-popup set-aside-menu" finalFocus={() => !isAdded.current}>
              {[...sections].map(([section, fields]) => (
                <Menu.Group key={section.id}>
                  <Menu.GroupLabel className="menu-label">{section.title[language]}</Menu.GroupLabel>
                  {fields.map(({ ops }) => (
                    <Menu.Item
                      key={ops.field.id}
                      className="menu-item"
                      onClick={() => {
                        isAdded.current = add(ops)
                      }}
                    >
                      {ops.field.label[language]}
                    </Menu.Item>
                  ))}
                </Menu.Group>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </span>
  )
}

/** Adds words to a field as an edit of its own, tells so, and takes the caret behind them. False where they have no place any more. */
function useAdd(session: NoteSession, words: string) {
  const t = useT()
  const language = useLanguage()
  const { announce } = useFieldContext()
  return ({ field, append, ownWords }: FieldOps): boolean => {
    const value = append(session.answers()[field.id], words)
    if (value === undefined) return false
    session.edit(field.id, value)
    announce(t('notes.aside.added', { field: field.label[language] }))
    showSoon(session.id, { where: { field: field.id }, caret: ownWords(value)[0]?.text.length })
    return true
  }
}
