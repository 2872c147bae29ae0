import { useMemo } from 'react'
import type { IsoDate } from '../../../shared/case/dates.ts'
import type { JournalEntry } from '../../../shared/journal/entry.ts'
import { toJournalEntry } from '../../../shared/journal/to-entry.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import { withTemplates } from '../../../shared/note/context.ts'
import { plainNote, type StoredNote } from '../../../shared/note/note.ts'
import { readNote } from '../../../shared/note/read-note.ts'
import type { Template } from '../../../shared/template/template.ts'
import type { Language } from '../../../shared/text/index.ts'
import { useTemplates } from '../../api/queries.ts'
import { useToday } from '../../base/clock.ts'
import { useLanguage } from '../../base/use-t.ts'
import type { NoteSurroundings } from '../use-note.ts'

/** The journal entry of a note with these answers, as it stands among the others of its case. */
export function entryOf(
  note: StoredNote,
  answers: Answers,
  { template, case: ofCase, others }: NoteSurroundings,
  templates: readonly Template[],
  language: Language,
  today: IsoDate,
): JournalEntry {
  return toJournalEntry(
    readNote(
      { note: { ...plainNote(note), answers }, template },
      { case: ofCase, others: withTemplates(others, templates), language, today },
    ),
  )
}

const noTemplates: readonly Template[] = []

/** The journal entry, made anew when the answers or what is around them change. */
export function useJournalEntry(
  note: StoredNote,
  answers: Answers,
  surroundings: NoteSurroundings,
): JournalEntry {
  const language = useLanguage()
  const today = useToday()
  const { data: templates = noTemplates } = useTemplates()
  return useMemo(
    () => entryOf(note, answers, surroundings, templates, language, today),
    [note, answers, surroundings, templates, language, today],
  )
}
