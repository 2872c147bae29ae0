import type { Case } from '../../shared/case/case.ts'
import { threadIdSchema } from '../../shared/comments/thread.ts'
import type { StoredNote } from '../../shared/note/note.ts'
import { statusValue } from '../../shared/search/documents.ts'
import type { FoundPage, SearchGroup, SearchHit, Sought } from '../../shared/search/found.ts'
import {
  type SearchedText,
  searchedCase,
  searchedComments,
  searchedNotes,
} from '../../shared/search/searched-text.ts'
import { sentenceIn } from '../../shared/search/sentence.ts'
import type { Template } from '../../shared/template/template.ts'
import { findCase } from '../store/cases.ts'
import { readThread } from '../store/comments.ts'
import type { Db } from '../store/db.ts'
import { readNotesById, readNotesOf, readStoredNote } from '../store/read-notes.ts'
import { StoreRefusal } from '../store/refusal.ts'

type FoundDocument = FoundPage['groups'][number]['docs'][number]

/** The sentence of a document that was found, and where it stands. */
function shown(parts: readonly SearchedText[], sought: Sought): Pick<SearchHit, 'place' | 'sentence'> {
  const { part, sentence } = sentenceIn(parts, sought)
  if (part?.field === undefined) return { sentence }
  const row = part.row === undefined ? {} : { rowId: part.row }
  return { sentence, place: { fieldId: part.field, ...row } }
}

interface HitOf {
  readonly db: Db
  readonly templates: readonly Template[]
  readonly sought: Sought
  readonly notes: ReadonlyMap<string, StoredNote>
  readonly case: Case
}

const namedBy = ({ template, kind, owner, amends }: StoredNote): SearchHit['note'] => ({
  template,
  kind,
  owner,
  ...(amends && { amends }),
})

/**
 * The sentence of a note that was found. What a reference says of another note stands in that one, so where the note by itself has
 * none of the words, it is read among all of its case.
 */
function shownOfNote({ db, templates, sought, case: of }: HitOf, note: StoredNote) {
  const partsAmong = (notes: readonly StoredNote[]) =>
    searchedNotes({ case: of, notes }, templates, note.id).flatMap(({ parts }) => parts)
  const alone = shown(partsAmong([note]), sought)
  const isFound = sought.terms.length === 0 || alone.sentence.marks.length > 0
  return isFound ? alone : shown(partsAmong(readNotesOf(db, of.id)), sought)
}

function noteHit(of: HitOf, { ref }: FoundDocument): SearchHit[] {
  const note = of.notes.get(ref)
  if (note === undefined) return []
  return [
    {
      kind: 'anteckning',
      noteId: note.id,
      note: namedBy(note),
      status: statusValue(note),
      changedAt: note.updatedAt,
      ...shownOfNote(of, note),
    },
  ]
}

const commentHit = ({ db, sought }: HitOf, { ref }: FoundDocument): SearchHit => {
  const thread = readThread(db, threadIdSchema.parse(ref))
  const note = readStoredNote(db, thread.note)
  return {
    kind: 'kommentar',
    noteId: thread.note,
    commentId: thread.id,
    note: namedBy(note),
    status: statusValue(note),
    changedAt: thread.entries.at(-1)?.at ?? note.updatedAt,
    ...shown(searchedComments(thread), sought),
  }
}

/** A document that was found, as it is shown; nothing where it has gone since. */
function hitOf(of: HitOf, updatedAt: SearchHit['changedAt'], document: FoundDocument): SearchHit[] {
  if (document.kind === 'arende')
    return [{ kind: 'arende', changedAt: updatedAt, ...shown(searchedCase(of.case), of.sought) }]
  if (document.kind === 'anteckning') return noteHit(of, document)
  try {
    return [commentHit(of, document)]
  } catch (error) {
    if (error instanceof StoreRefusal && error.code === 'NOT_FOUND') return []
    throw error
  }
}

/** What was found in each case, with the sentences made of what its notes, comments and details say now. */
export function withHits(
  db: Db,
  templates: readonly Template[],
  { groups, sought }: Pick<FoundPage, 'groups' | 'sought'>,
): SearchGroup[] {
  const refs = groups.flatMap(({ docs }) => docs.filter(({ kind }) => kind === 'anteckning'))
  const notes = readNotesById(
    db,
    refs.map(({ ref }) => ref),
  )
  return groups.map(({ docs, ...group }) => {
    const stored = findCase(db, group.caseId)
    if (stored === undefined) return { ...group, hits: [] }
    const of = { db, templates, sought, notes, case: stored.case }
    return { ...group, hits: docs.flatMap((document) => hitOf(of, stored.updatedAt, document)) }
  })
}
