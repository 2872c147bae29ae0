import { setImmediate } from 'node:timers/promises'
import { deflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { swedishDate, timestampSchema } from '../../../../shared/case/dates.ts'
import { caseIdSchema, noteIdSchema } from '../../../../shared/case/ids.ts'
import type { Answers } from '../../../../shared/note/answers.ts'
import type { DraftNote } from '../../../../shared/note/note.ts'
import { caseRows } from '../../../../shared/projection/case-rows.ts'
import { documentWords, searchDocuments } from '../../../../shared/search/documents.ts'
import { plainWords } from '../../../../shared/search/words.ts'
import type { Template } from '../../../../shared/template/template.ts'
import type { User } from '../../../../shared/user/user.ts'
import { type Db, refusingRaw } from '../../../store/db.ts'
import { writeRows } from '../../../store/derived/write-rows.ts'
import { createFiller } from '../../../store/search/fill.ts'
import { written } from '../../../store/search/write.ts'
import type { Templates } from '../../templates.ts'
import { inventUuid, randomFrom } from '../demo-cases.ts'
import { type InventedNote, inventOne } from './invent.ts'
import { inventTexts } from './words.ts'

const SEED = 24_1189
/** So many cases in one transaction. */
const PAGE = 2000
/** So many long texts there are to draw from. */
const TEXTS = 3000

/** A long text as the end of a note's answers: as JSON, as its letters in a rich text, and deflated once for all notes that have it. */
interface LongEnd {
  readonly json: string
  readonly packed: Buffer
  /** Its words, as they are searched for. */
  readonly words: string
}

function endOf(value: Answers[string], words: string): LongEnd {
  const json = `${JSON.stringify(value)}}`
  return { json, packed: deflateRawSync(Buffer.from(`${json},null,null]`)), words }
}

/** Stands for the long text while a note is derived from; no other text has this word. */
const LONG_WORD = 'zlångtextz'
const formatted = (text: string): Answers[string] => ({ blocks: [{ type: 'paragraph', runs: [{ text }] }] })

/** What of deflate stands before bytes that are stored as they are, and are not the last (RFC 1951, 3.2.4). */
function stored(text: string): Buffer {
  const bytes = Buffer.from(text)
  const head = Buffer.alloc(5)
  head.writeUInt16LE(bytes.length, 1)
  head.writeUInt16LE(~bytes.length & 0xff_ff, 3)
  return Buffer.concat([head, bytes])
}

const definition = z.object({ type: z.string(), name: z.string(), sql: z.string() })

/** Takes the indexes of the derived tables and the triggers that fill the queue away, and gives what makes them again. */
function withoutUpkeep(db: Db): () => void {
  return refusingRaw(db, (raw) => {
    const found = z.array(definition).parse(
      raw
        .prepare(
          `SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND ((type = 'trigger' AND name LIKE '%\\_is\\_derived' ESCAPE '\\')
            OR (type = 'index' AND (tbl_name LIKE 'case\\_%' ESCAPE '\\' OR tbl_name = 'search_docs' OR tbl_name = 'survey_answers' OR name = 'notes_by_template')))`,
        )
        .all(),
    )
    for (const { type, name } of found) raw.exec(`DROP ${type} ${name}`)
    return () =>
      refusingRaw(db, () => {
        for (const { sql } of found) raw.exec(sql)
      })
  })
}

/** An id whose first part counts, so that rows are added at the end of their index. */
const countedId = (index: number, random: () => number) =>
  `${index.toString(16).padStart(8, '0')}${inventUuid(random).slice(8)}`

/** What is written in a row of its own beside the case. */
function statementsOf(db: Db) {
  const { raw } = db
  return {
    case: raw.prepare(
      'INSERT INTO cases (id, number, details, created_at, updated_at, revision) VALUES (?, ?, ?, ?, ?, 1)',
    ),
    note: raw.prepare(
      `INSERT INTO notes (id, case_id, template_id, template_version, kind, owner, author, status, created_at, updated_at, revision, answers)
       VALUES (?, ?, ?, ?, ?, ?, ?, 'utkast', ?, ?, 1, ?)`,
    ),
    revision: raw.prepare(
      `INSERT INTO revisions (note_id, revision, at, by, cause, sitting, template_id, template_version, base, content)
       VALUES (?, 1, ?, ?, 'importerad', 1, ?, ?, NULL, ?)`,
    ),
  }
}

export interface BulkOptions {
  readonly cases: number
  readonly templates: Templates
  readonly now: Date
  readonly author: User
  readonly told: (of: { done: number; total: number }) => void
}

/**
 * Fills an archive that is being made with invented cases as the agency has them in a year, in bulk: rows first and their indexes
 * afterwards, with what is derived in the same pass. Every note is a draft, since a signature takes longer than all the rest; the
 * log says that the archive was made, and nothing of each case. The same day and number of cases give the same archive.
 */
export async function fillInBulk(
  db: Db,
  { cases, templates, now, author, told }: BulkOptions,
): Promise<void> {
  const random = randomFrom(SEED)
  const today = swedishDate(now)
  const texts = inventTexts(SEED, TEXTS)
  const worded = texts.map((text) => ({ text, words: plainWords(text).join(' ') }))
  const plain = worded.map(({ text, words }) => endOf(text, words))
  const rich = worded.map(({ text, words }) => endOf(formatted(text), words))
  const by = JSON.stringify(author)
  const every = templates.all
  let notesWritten = 0
  refusingRaw(db, (raw) => {
    // Nobody has the file yet, and what is begun is taken away where it fails: each page is written once, and no log beside the file.
    raw.pragma('journal_mode = MEMORY')
    raw.pragma('synchronous = OFF')
    raw.pragma('secure_delete = OFF')
    raw.pragma('cache_size = -256000')
  })
  const restore = withoutUpkeep(db)
  const insert = statementsOf(db)

  const filler = createFiller(
    db,
    worded.map(({ words }) => words),
  )

  const addNote = (
    caseId: string,
    invented: InventedNote,
    words: Map<string, string>,
  ): DraftNote | undefined => {
    const template: Template | undefined = templates.newest(invented.template)
    const field = template?.sections.flatMap(({ fields }) => fields).find(({ id }) => id === invented.longIn)
    if (template === undefined || field === undefined) return undefined
    const at = timestampSchema.parse(`${invented.on}T09:00:00.000Z`)
    const id = countedId(notesWritten, random)
    notesWritten += 1
    const isRich = field.type === 'rich-text'
    const end = (isRich ? rich : plain)[Math.floor(random() * TEXTS)]
    if (end === undefined) return undefined
    words.set(id, end.words)
    const begun = JSON.stringify(invented.answers)
    const start = `${begun.slice(0, -1)},${JSON.stringify(field.id)}:`
    const { version, kind, owner } = template
    insert.note.run(id, caseId, template.id, version, kind, owner, by, at, at, `${start}${end.json}`)
    const packed = Buffer.concat([stored(`[${start}`), end.packed])
    insert.revision.run(id, at, by, template.id, version, packed)
    return {
      id: noteIdSchema.parse(id),
      template: { id: template.id, version },
      kind,
      owner,
      author,
      status: 'utkast',
      createdAt: at,
      updatedAt: at,
      answers: { ...invented.answers, [field.id]: isRich ? formatted(LONG_WORD) : LONG_WORD },
    }
  }

  for (let from = 0; from < cases; from += PAGE) {
    refusingRaw(db, (raw) =>
      raw
        .transaction(() => {
          for (let index = from; index < Math.min(from + PAGE, cases); index += 1) {
            const id = countedId(index, random)
            const { details, notes } = inventOne(index, cases, today, id, random)
            const at = timestampSchema.parse(`${details.firstSickDay}T08:00:00.000Z`)
            insert.case.run(id, details.number, JSON.stringify(details), at, at)
            const words = new Map<string, string>()
            const added = notes.flatMap((note) => addNote(id, note, words) ?? [])
            const of = { case: details, updatedAt: at, notes: added, threads: [] }
            const { n } = writeRows(db, caseIdSchema.parse(id), caseRows(of, every))
            for (const document of searchDocuments(of, every)) {
              const own = documentWords(document)
              const said = own.replace(LONG_WORD, words.get(document.ref) ?? '')
              filler.add(n, written(document, n, said), own.replace(LONG_WORD, ''))
            }
          }
          filler.write()
        })
        .immediate(),
    )
    told({ done: Math.min(from + PAGE, cases), total: cases })
    await setImmediate()
  }
  refusingRaw(db, (raw) => raw.transaction(() => filler.end()).immediate())
  restore()
  refusingRaw(db, (raw) => {
    raw.pragma('secure_delete = ON')
    raw.pragma('synchronous = FULL')
    raw.pragma('journal_mode = WAL')
  })
}
