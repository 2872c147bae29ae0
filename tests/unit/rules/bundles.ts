import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { isTemplateFile } from '../../../main/core/templates.ts'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { type Bundle, bundleSchema } from '../../../shared/note/bundle.ts'
import type { NoteContext, NoteWithTemplate } from '../../../shared/note/context.ts'
import type { Marker } from '../../../shared/note/marker.ts'
import { checkCase, checkNote } from '../../../shared/rules/index.ts'
import { parseTemplate } from '../../../shared/template/load.ts'
import type { Template } from '../../../shared/template/template.ts'

/** The newest version of every shipped template, by id: the folder is read, so that none is forgotten. */
export const shippedTemplates: readonly string[] = readdirSync('templates')
  .filter((file) => isTemplateFile(file) && !/\.\d+\.json$/.test(file))
  .map((file) => basename(file, '.json'))

function read(name: string): Template {
  const parsed = parseTemplate(name, readFileSync(`templates/${name}.json`, 'utf8'))
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'))
  return parsed.template
}

const templates = new Map<string, Template>(shippedTemplates.map((name) => [name, read(name)]))

export function shipped(name: string): Template {
  const template = templates.get(name)
  if (!template) throw new Error(`No shipped template ${name}`)
  return template
}

/** Day 94 of the fixtures' cases, which begin on 2026-03-02. */
export const day94 = isoDateSchema.parse('2026-06-03')

export function readBundle(path: string): Bundle {
  return bundleSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
}

/** The notes of a bundle with their templates. */
export function notesOf(bundle: Bundle): NoteWithTemplate[] {
  return bundle.notes.map((note) => ({ note, template: shipped(note.template.id) }))
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
