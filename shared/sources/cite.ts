import { type Language, translate } from '../text/index.ts'
import { type SourceDocument, sourceDocuments } from './documents.ts'

/** A place in a document that a reader with the document in hand can find. */
export interface CitedPassage {
  /** What names it in references: `177-180`. */
  readonly lines: string
  /** The number of its section or the name of its place (`3.2.2`, `Bilaga 1, fråga 7`), where it has one. */
  readonly place: string
  /** The nearest heading before it, as it stands in the document. */
  readonly heading: string
  /** Its first and last page or slide, where they can be told. */
  readonly leaves: readonly [number, number] | undefined
}

/** What a reference names: places in a document we know, or words that stand for themselves (a section of law). */
export type Citation =
  | {
      readonly kind: 'document'
      readonly document: SourceDocument
      readonly passages: readonly CitedPassage[]
    }
  | { readonly kind: 'words'; readonly words: string }

interface Heading {
  readonly line: number
  readonly place: string
  readonly heading: string
}

const headingsOf = (document: SourceDocument): readonly Heading[] =>
  document.headings
    .trim()
    .split('\n')
    .map((row) => {
      const [line = '', place = '', heading = ''] = row.split('|').map((cell) => cell.trim())
      return { line: Number(line), place, heading }
    })

const documents = new Map(
  sourceDocuments.map((document) => [document.id, { document, headings: headingsOf(document) }]),
)

/** The number of the page or slide that a line stands on. */
function leafOf({ leaves }: SourceDocument, line: number): number | undefined {
  if (leaves === undefined) return undefined
  const before = leaves.begin.findLastIndex((begin) => begin <= line)
  return before === -1 ? undefined : leaves.first + before
}

function passage(
  document: SourceDocument,
  headings: readonly Heading[],
  lines: string,
): CitedPassage | undefined {
  const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(lines) ?? []
  const first = Number(from)
  const last = Number(to ?? from)
  const heading = headings.findLast(({ line }) => line <= first)
  if (heading === undefined || last < first || last > document.lines) return undefined
  const leaves = [leafOf(document, first), leafOf(document, last)] as const
  return {
    lines,
    place: heading.place,
    heading: heading.heading,
    leaves: leaves[0] === undefined || leaves[1] === undefined ? undefined : [leaves[0], leaves[1]],
  }
}

/**
 * What a reference such as `000:265-277; 001:16224-16250, 4137-4153` names, a citation a document. What is none of
 * our documents, or no place in it, stands as it is written.
 */
export function citations(reference: string): readonly Citation[] {
  const parts = Map.groupBy(reference.split(';').map(citation), (cited) =>
    cited.kind === 'words' ? cited.words : cited.document.id,
  )
  return [...parts.values()].flatMap(([first, ...others]): Citation[] => {
    if (first?.kind !== 'document') return first === undefined ? [] : [first]
    const more = others.flatMap((cited) => (cited.kind === 'document' ? cited.passages : []))
    return [{ ...first, passages: [...first.passages, ...more] }]
  })
}

function citation(part: string): Citation {
  const words = part.trim()
  const [id = '', where = ''] = words.split(':')
  const known = documents.get(id)
  if (known === undefined) return { kind: 'words', words }
  const { document, headings } = known
  const passages = where.split(',').map((lines) => passage(document, headings, lines.trim()))
  const found = passages.filter((each) => each !== undefined)
  return found.length < passages.length
    ? { kind: 'words', words }
    : { kind: 'document', document, passages: found }
}

/** Who issued a document, when, and its number: `Försäkringskassan 2025, FK 2025/000536`. */
export function imprint(document: SourceDocument, language: Language): string {
  const { publisher, date, number } = document
  const issued =
    date === undefined
      ? [publisher, translate(language, 'sources.undated')]
      : [`${publisher} ${date.slice(0, 4)}`]
  return [...issued, ...(number === undefined ? [] : [number])].join(', ')
}

/** Where in a document: `avsnitt 4.1 ”Plan för återgång i arbete”, s. 12`. */
export function placeText(document: SourceDocument, passage: CitedPassage, language: Language): string {
  const { place, heading, leaves } = passage
  const section = /^\d/.test(place) ? translate(language, 'sources.section', { number: place }) : place
  const quoted = heading === '' ? '' : translate(language, 'sources.heading', { heading })
  return [
    [section, quoted].filter((text) => text !== '').join(' '),
    ...(leaves === undefined ? [] : [leavesText(document, leaves, language)]),
  ].join(', ')
}

function leavesText(
  { leaf }: SourceDocument,
  [first, last]: readonly [number, number],
  language: Language,
): string {
  return translate(language, `sources.${leaf}`, {
    number: first === last ? String(first) : `${first.toString()}–${last.toString()}`,
  })
}

/** The places of one citation, each once: two passages of one section and page read alike. */
export function placesText(citation: Extract<Citation, { kind: 'document' }>, language: Language): string {
  const places = citation.passages.map((each) => placeText(citation.document, each, language))
  return [...new Set(places)].join('; ')
}

/** What a reference names in words, a line a document: for whoever reads it with the documents in hand. */
export const citationTexts = (reference: string, language: Language): string[] =>
  citations(reference).map((citation) => citationText(citation, language))

/** A citation in one line, for a terminal or a plain text. */
export function citationText(citation: Citation, language: Language): string {
  if (citation.kind === 'words') return citation.words
  const { document } = citation
  return `${document.title} (${imprint(document, language)}), ${placesText(citation, language)}`
}
