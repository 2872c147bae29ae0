import { loadTemplates } from '../../../main/core/templates.ts'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import type { Bundle } from '../../../shared/note/bundle.ts'
import type { NoteContext, NoteWithTemplate } from '../../../shared/note/context.ts'
import type { Marker } from '../../../shared/note/marker.ts'
import { checkCase, checkNote } from '../../../shared/rules/index.ts'
import { newestVersions, type Template } from '../../../shared/template/template.ts'

/** The templates that ship. */
export const templates = loadTemplates('templates')
if (templates.problems.length > 0)
  throw new Error(templates.problems.map(({ message }) => message).join('\n'))

/** The ids of the templates that the program ships, whatever stands in their folder. */
export const shippedTemplates: readonly string[] = newestVersions(templates.all).map(({ id }) => id)

/** The newest version of a shipped template. */
export function shipped(id: string): Template {
  const template = templates.newest(id)
  if (!template) throw new Error(`No shipped template ${id}`)
  return template
}

/** The very version that a note was written in. */
export function pinned(ref: Readonly<{ id: string; version: number }>): Template {
  const template = templates.all.find(({ id, version }) => id === ref.id && version === ref.version)
  if (!template) throw new Error(`No version ${ref.version} of the shipped template ${ref.id}`)
  return template
}

/** The day that the cases of rules are seen on: for most of them day 94. */
export const day94 = isoDateSchema.parse('2026-06-03')

/** The notes of a bundle with their templates. */
export function notesOf(bundle: Bundle): NoteWithTemplate[] {
  return bundle.notes.map((note) => ({ note, template: pinned(note.template) }))
}

/** The context of one note of a bundle: all the others around it. */
export function contextOf(bundle: Bundle, subject?: NoteWithTemplate, today = day94): NoteContext {
  return {
    case: bundle.case,
    today,
    language: 'sv',
    others: notesOf(bundle).filter(({ note }) => note.id !== subject?.note.id),
  }
}

/** All markers of a bundle: the case's own, and every note's. */
export function checkBundle(bundle: Bundle): Marker[] {
  const ofNotes = notesOf(bundle).flatMap((subject) => checkNote(subject, contextOf(bundle, subject)))
  return [...checkCase(contextOf(bundle)), ...ofNotes]
}
