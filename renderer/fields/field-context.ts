import { createContext, use, useCallback, useMemo, useSyncExternalStore } from 'react'
import type { CaseDetails } from '../../shared/case/case.ts'
import type { IsoDate } from '../../shared/case/dates.ts'
import type { Answer, AnswerType } from '../../shared/fields/index.ts'
import { readAs } from '../../shared/fields/index.ts'
import { toJson } from '../../shared/fields/json.ts'
import type { NoteWithTemplate } from '../../shared/note/context.ts'
import type { Fix, Marker } from '../../shared/note/marker.ts'
import type { ReadNote } from '../../shared/note/read-note.ts'
import type { Template } from '../../shared/template/template.ts'
import { useT } from '../base/use-t.ts'
import type { MarkerService } from '../note-model/marker-service.ts'
import { type ReadingService, useReadingOf } from '../note-model/readings.ts'
import type { AnswerValue, NoteSession } from '../note-model/session/note-session.ts'

/** What the fields of one open note share. The object stays the same while somebody writes. */
export interface FieldContextValue {
  session: NoteSession
  template: Pick<Template, 'kind'>
  readings: ReadingService
  markers: MarkerService
  details: CaseDetails
  today: IsoDate
  runFix: (fix: Fix) => void
  /** Tells what was removed, with a way back. */
  removed: (what: string, undo: () => void) => void
  /** Takes back what was last done in the note, whatever the field, or does it again. */
  turn: (way: 'undo' | 'redo') => void
  /** Says something that screen readers read out. */
  announce: (text: string) => void
}

export const FieldContext = createContext<FieldContextValue | undefined>(undefined)

/**
 * The other notes of the case, for references. Apart from the rest: they change at every save of any of them, and most
 * fields need not be drawn anew for that.
 */
export const OtherNotesContext = createContext<readonly NoteWithTemplate[]>([])

/** What the fields of the note share. Only inside a note editor. */
export function useFieldContext(): FieldContextValue {
  const value = use(FieldContext)
  if (value === undefined) throw new Error('A field is used outside a note.')
  return value
}

interface FieldAnswer<T extends AnswerType> {
  /** As it is stored, whatever its form. */
  raw: AnswerValue | undefined
  /** As its type says; undefined where it is of another form. */
  value: Answer<T> | undefined
  /** Undefined takes the answer away. */
  onChange: (value: Answer<T> | undefined) => void
}

/** The answer of a field, and a way to change it; the component renders when that answer changes. */
export function useAnswer<T extends AnswerType>(field: string, type: T): FieldAnswer<T> {
  const { session } = useFieldContext()
  const subscribe = useCallback((listener: () => void) => session.onField(field, listener), [session, field])
  const raw = useSyncExternalStore(subscribe, () => session.answers()[field])
  const value = useMemo(() => (raw === undefined ? undefined : readAs(type, raw)), [raw, type])
  const onChange = useCallback(
    (next: Answer<T> | undefined) => session.edit(field, next === undefined ? undefined : toJson(next)),
    [session, field],
  )
  return { raw, value, onChange }
}

/** The markers of a field; the component renders when they change. */
export function useFieldMarkers(field: string): readonly Marker[] {
  const { session, markers } = useFieldContext()
  const subscribe = useCallback(
    (listener: () => void) =>
      markers.onChange((resource) => {
        if (resource === session.id) listener()
      }),
    [markers, session],
  )
  return useSyncExternalStore(subscribe, () => markers.ofField(session.id, field))
}

/** What `select` takes from the reading of the note, as `useReadingOf`. */
export function useNoteReading<T>(select: (read: ReadNote) => T): T | undefined {
  const { session, readings } = useFieldContext()
  return useReadingOf(readings, session.id, select)
}

/** Whether a field must be answered now. */
export function useObligatory(field: string): boolean {
  return useNoteReading((read) => read.obligatory(field)) === true
}

/** Where the answer to a field was taken over from when the note was begun, in words; undefined where it was not. */
export function useTakenOver(field: string): string | undefined {
  const { session } = useFieldContext()
  const t = useT()
  const from = session.note().takenOver?.find((one) => one.field === field)?.from
  const note = from?.kind === 'note' ? from.note : undefined
  const kind = useNoteReading(({ scope }) => note && scope.referred(note)?.kind)
  const date = useNoteReading(({ scope }) => note && scope.referred(note)?.date)
  const subscribe = useCallback((listener: () => void) => session.onField(field, listener), [session, field])
  const isGone = useSyncExternalStore(subscribe, () => session.answers()[field] === undefined)
  if (from === undefined || isGone) return undefined
  if (kind === undefined || date === undefined) return t('fields.takenOver.case')
  return t('fields.takenOver.note', { kind: t(`lists.kind.${kind}`), date })
}
