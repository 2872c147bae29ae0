import type { Case } from '../case/case.ts'
import type { Timestamp } from '../case/dates.ts'
import type { NoteId } from '../case/ids.ts'
import type { CommentEntry, Thread } from '../comments/thread.ts'
import type { Note, StoredNote } from '../note/note.ts'
import type { Template } from '../template/template.ts'
import type { SearchFieldId } from './fields.ts'
import { type SearchedText, searchedCase, searchedComments, searchedNotes } from './searched-text.ts'
import { plainWords } from './words.ts'

/** What a filter finds a document by: the filter, and a value of it. Days are no facets: documents lie in the order of time. */
export type Facet = readonly [field: Exclude<SearchFieldId, 'efter' | 'fore'>, value: string]

/** Something that is found or not found: the details of a case, a note, or what is written in a thread of comments. */
export interface SearchDocument {
  readonly kind: 'arende' | 'anteckning' | 'kommentar'
  /** The id of the case, the note or the thread. */
  readonly ref: string
  /** When it was last written. */
  readonly at: Timestamp
  readonly parts: readonly SearchedText[]
  readonly facets: readonly Facet[]
}

/** A case with all that is searched of it. */
export interface SearchedCase {
  readonly case: Case
  readonly updatedAt: Timestamp
  readonly notes: readonly (Note | StoredNote)[]
  readonly threads: readonly Thread[]
}

function caseFacets({ assignedTo, employment, office, closed }: Case): Facet[] {
  return [
    ['handlaggare', assignedTo],
    ...(employment.kind === 'anstalld' ? [['arbetsgivare', employment.employer.name] as const] : []),
    ...(office === undefined ? [] : [['kontor', office] as const]),
    ['arende', closed === undefined ? 'oppet' : 'avslutat'],
  ]
}

/** How far a note has come: in review, or as it is kept. */
export function statusValue(note: Note | StoredNote): string {
  return 'review' in note && note.review !== undefined ? note.review.state : note.status
}

function noteFacets(note: Note | StoredNote, template: Template): Facet[] {
  const { id, kind, title } = template
  return [
    ...[...new Set([id, kind, title.sv, title.en])].map((value): Facet => ['mall', value]),
    ['agare', note.owner],
    ['status', statusValue(note)],
  ]
}

const isComment = (entry: Thread['entries'][number]): entry is CommentEntry => entry.kind === 'comment'

/** The documents of a case: the same whatever day it is. A note whose template is not here is not searched. */
export function searchDocuments(of: SearchedCase, templates: readonly Template[]): SearchDocument[] {
  const facets = caseFacets(of.case)
  const byId = new Map<NoteId, Note | StoredNote>(of.notes.map((note) => [note.id, note]))
  const notes = searchedNotes(of, templates)
  const templateOfNote = new Map(notes.map(({ id, template }) => [id, template]))
  const own: SearchDocument = {
    kind: 'arende',
    ref: of.case.id,
    at: of.updatedAt,
    parts: searchedCase(of.case),
    facets: [...facets, ['i', 'arende']],
  }
  const ofNotes = notes.flatMap(({ id, template, parts }): SearchDocument[] => {
    const note = byId.get(id)
    if (note === undefined) return []
    const about: Facet[] = [
      ['forfattare', note.author.name],
      ['i', 'anteckning'],
    ]
    return [
      {
        kind: 'anteckning',
        ref: id,
        at: note.updatedAt,
        parts,
        facets: [...facets, ...noteFacets(note, template), ...about],
      },
    ]
  })
  const ofThreads = of.threads.flatMap((thread): SearchDocument[] => {
    const note = byId.get(thread.note)
    const template = templateOfNote.get(thread.note)
    const last = thread.entries.at(-1)
    if (note === undefined || template === undefined || last === undefined) return []
    const writers = new Set(thread.entries.filter(isComment).map(({ by }) => by.name))
    return [
      {
        kind: 'kommentar',
        ref: thread.id,
        at: last.at,
        parts: searchedComments(thread),
        facets: [
          ...facets,
          ...noteFacets(note, template),
          ...[...writers].map((name): Facet => ['forfattare', name]),
          ['i', 'kommentar'],
        ],
      },
    ]
  })
  return [own, ...ofNotes, ...ofThreads]
}

/** Stands between the parts of a document, so that no phrase reaches from one into the next; no text has it (private use). */
const BREAK = '\uE000'
/** Joins a filter and the words of its value to one word. */
const JOIN = '\uE001'

/** All words of a document, as the index is given them. */
export const documentWords = ({ parts }: Pick<SearchDocument, 'parts'>): string =>
  parts.map(({ text }) => plainWords(text).join(' ')).join(` ${BREAK} `)

/** A filter and its value as the one word that the index has of it. */
export const facetWord = (field: SearchFieldId, value: string): string =>
  [field, ...plainWords(value)].join(JOIN)

/** Every document has it, so that there is something to take away from where only that is said which shall not be there. */
export const ANY_DOCUMENT = `allt${JOIN}`

/** The word that all documents of a case have, and no others. */
export const caseWord = (n: number): string => `nr${JOIN}${n}`

/** What stands in the index of a document beside its words. */
export const documentFacets = ({ facets }: Pick<SearchDocument, 'facets'>, n: number): string =>
  [ANY_DOCUMENT, caseWord(n), ...new Set(facets.map((facet) => facetWord(...facet)))].join(' ')
