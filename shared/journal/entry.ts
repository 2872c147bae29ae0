import type { Tone } from '../case/kinds.ts'
import type { FieldId } from '../fields/base.ts'
import type { RichBlock } from '../fields/rich-blocks.ts'
import type { Language } from '../text/localized.ts'

/** The formats that print an entry; `json` gives the note itself, as it is stored, and `fhir` its answers as other systems read them. */
export const printFormats = ['txt', 'md', 'html', 'pdf', 'docx'] as const
export type PrintFormat = (typeof printFormats)[number]
export const exportFormats = [...printFormats, 'json', 'fhir'] as const

/**
 * A journal entry: one format-neutral tree that every export renders. All its texts are ready to print in
 * the entry's language; a renderer adds nothing but layout.
 */
export interface JournalEntry {
  language: Language
  /** The family of documents that it is of: the colour of its band, beside the word for whose it is. */
  tone: Tone
  /** Marked UTKAST on every page while not journalförd. */
  draft: boolean
  /** A word on every page and what it means: of a draft, and of what is rättad or makulerad; undefined where the note stands. */
  notice: { word: string; explanation: string } | undefined
  header: JournalHeader
  sections: JournalSection[]
  foot: JournalFoot
}

export interface JournalHeader {
  /** "Arbetsgivarens plan för återgång i arbete". */
  title: string
  /** Whose document it is or is about, in words: "Gäller arbetsgivarens plan". Never shown by colour alone. */
  owner: string
  /** The case number, for a running header; '' for a page that is of no case. */
  caseNumber: string
  /** Label and value, in print order: kind of document, owner, legal basis, case, insured, date of event, author, status. */
  rows: LabelledText[]
}

export interface LabelledText {
  label: string
  text: string
}

export interface JournalSection {
  title: string
  /** How deep its heading is below the title, which is 1; 2 where it is not given. */
  level?: 3 | 4
  /** Begins on a page of its own, where there are pages. */
  newPage?: true
  blocks: JournalBlock[]
}

type Said =
  /** Label and a short answer on a line. */
  | { type: 'answer'; label: string; text: string }
  /** Label and running text, a paragraph an element; a line break inside one is "\n". */
  | { type: 'text'; label: string; paragraphs: string[] }
  | { type: 'rich'; label: string; blocks: RichBlock[] }
  | { type: 'list'; label: string; items: string[] }
  /** Rows of insatser, aktiviteter, consents or a repeated group; every row has a cell for every column, '' where empty. */
  | {
      type: 'table'
      label: string
      columns: string[]
      rows: string[][]
      /** What the rows are about stands in their first cells. */
      rowHeads?: boolean
      /** Of each row a share of 1, which a page that is drawn shows as a bar beside it; it says nothing that the cells do not. */
      bars?: (number | undefined)[]
    }

/** The field that a block answers, by its id, where it answers one: who reads on a screen can be led there. */
export type JournalBlock = Said & { field?: FieldId }

export interface JournalFoot {
  /** Template and version, note id and digest, in print order. */
  rows: LabelledText[]
}
