import { useMemo } from 'react'
import { toJournalEntry } from '../../../../shared/journal/to-entry.ts'
import { useT } from '../../../base/use-t.ts'
import { JournalDocument } from '../../../note-model/journal/journal-document.tsx'
import { useReadingOf } from '../../../note-model/readings.ts'
import type { TrialNote } from './trial-note.ts'

/** The journal entry of what is filled in. */
export function TrialJournal({ note: { readings, session } }: { note: TrialNote }) {
  const t = useT()
  const read = useReadingOf(readings, session.id, (analysis) => analysis)
  const entry = useMemo(() => read && toJournalEntry(read), [read])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="studio-trial-journal" aria-label={t('studio.journal')} tabIndex={0}>
      {entry === undefined ? null : <JournalDocument entry={entry} />}
    </section>
  )
}
