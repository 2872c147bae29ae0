import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect } from 'react'
import type { NoteId } from '../../shared/case/ids.ts'
import { type Where, whereSchema } from '../../shared/note/marker.ts'
import { useApi } from '../api/use-client.ts'
import { caretOf, setCaret, takesText } from '../base/caret.ts'
import { focusWhenShown } from '../base/focus-when-shown.ts'
import { useEditorStore } from '../workbench/editors/editor-service.ts'
import { type NotePlaceKept, PLACES_KEY, type Places } from './places.ts'
import type { NoteServices } from './services.ts'
import { useNoteServices } from './use-note.ts'
import { focusWhere } from './use-run-fix.ts'

const paneOf = (form: HTMLElement) => form.closest<HTMLElement>('.editor-pane')

/** Where in a note an element stands; undefined outside its fields. */
function whereOf(element: Element): Where | undefined {
  const at = (...names: string[]) => {
    for (const name of names) {
      const value = element.closest(`[${name}]`)?.getAttribute(name)
      if (value != null) return value
    }
    return undefined
  }
  const [field, row, column] = [at('data-field'), at('data-row', 'data-line'), at('data-column')]
  if (field === undefined) return undefined
  const where = whereSchema.safeParse({
    field,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
  })
  return where.data
}

function placeOf(note: NoteId, form: HTMLElement, focus: Element): NotePlaceKept | undefined {
  const where = form.contains(focus) ? whereOf(focus) : undefined
  if (where === undefined) return undefined
  const caret = takesText(focus) ? caretOf(focus) : undefined
  return {
    note,
    where,
    ...(caret === undefined ? {} : { caret: { ...caret } }),
    top: paneOf(form)?.scrollTop ?? 0,
  }
}

/** Events after which somebody may be at another place. */
const moves = ['focusin', 'focusout', 'keyup', 'pointerup', 'scroll'] as const
const REST_MS = 300

/** How long a note that has just been opened goes on drawing itself. */
const SETTLE_MS = 200

/** Keeps the place in a form while somebody works in it. */
function follow(places: Places, note: NoteId, form: HTMLElement): () => void {
  const pane = paneOf(form)
  let timer: ReturnType<typeof setTimeout> | undefined
  const keep = (focus: Element | null) => {
    const place = focus === null ? undefined : placeOf(note, form, focus)
    if (place !== undefined) places.keep(place)
  }
  const onMove = (event: Event) => {
    clearTimeout(timer)
    // What is left is where it was; what is come to is still on its way.
    if (event.type === 'focusout' && event.target instanceof Element) keep(event.target)
    else timer = setTimeout(() => keep(document.activeElement), REST_MS)
  }
  for (const move of moves) form.addEventListener(move, onMove)
  pane?.addEventListener('scroll', onMove)
  return () => {
    clearTimeout(timer)
    for (const move of moves) form.removeEventListener(move, onMove)
    pane?.removeEventListener('scroll', onMove)
  }
}

/** Whether the focus may be taken: this note's tab is the active one, and nobody is at work elsewhere. */
function mayTakeFocus(note: NoteId, form: HTMLElement): boolean {
  const { active } = useEditorStore.getState()
  const { activeElement } = document
  const isActive = active?.type === 'note' && active.noteId === note
  return (
    isActive && (activeElement === null || activeElement === document.body || activeElement === paneOf(form))
  )
}

function returnTo({ where, caret, top, note }: NotePlaceKept, form: HTMLElement): void {
  paneOf(form)?.scrollTo({ top })
  if (!mayTakeFocus(note, form) || !focusWhere(form, where, 'nearest')) return
  const { activeElement } = document
  if (caret !== undefined && takesText(activeElement)) setCaret(activeElement, caret)
  // What is drawn later, a message or a tool bar, must not push it out of view again.
  setTimeout(() => {
    if (document.activeElement === activeElement) activeElement?.scrollIntoView({ block: 'nearest' })
  }, SETTLE_MS)
}

function begin({ places, goTo }: NoteServices, note: NoteId, root: RefObject<HTMLElement | null>) {
  const form = root.current
  if (form === null) return undefined
  const place = goTo.get()?.note === note ? undefined : places.of(note)
  const stopReturning =
    place === undefined
      ? undefined
      : focusWhenShown(
          root,
          (element) => {
            returnTo(place, element)
            return true
          },
          () => undefined,
        )
  const stopFollowing = follow(places, note, form)
  return () => {
    stopReturning?.()
    stopFollowing()
  }
}

/**
 * Takes whoever opens a note again to where they were in it, at the next start as well: the field, the place in its text, and what
 * was in view. Where the focus is asked to go somewhere in the note, it goes there instead.
 */
export function usePlace(note: NoteId, root: RefObject<HTMLElement | null>): void {
  const services = useNoteServices()
  const { data } = useQuery(useApi().settings.get.queryOptions())
  const stored = data?.[PLACES_KEY]
  useEffect(() => services.places.take(stored), [services, stored])
  useEffect(() => begin(services, note, root), [services, note, root])
}
