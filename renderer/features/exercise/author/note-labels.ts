import { dateAt } from '../../../../shared/case/dates.ts'
import type { CaseId } from '../../../../shared/case/ids.ts'
import type { NoteSummary } from '../../../../shared/note/note.ts'
import type { PackDraft } from '../../../../shared/training/pack-draft.ts'
import { useCasesOf } from '../../../api/use-client.ts'
import { useNoteName } from '../../../note-model/note-name.ts'

/** A note of the archive as it is chosen: what it is called, when it was begun and in which case. */
export interface LabelledNote {
  readonly note: NoteSummary
  readonly label: string
}

/** The notes of some cases, each told from the others. */
export function useNoteLabels(cases: readonly CaseId[]): readonly LabelledNote[] {
  const nameOf = useNoteName()
  return useCasesOf(cases).flatMap(({ case: of, notes }) =>
    notes.map((note) => ({ note, label: `${of.number} · ${nameOf(note)} · ${dateAt(note.createdAt)}` })),
  )
}

/** Those that a pack is made of. */
export function usePickedNotes({ cases }: PackDraft): readonly LabelledNote[] {
  const picked = new Set(cases.flatMap(({ notes }) => notes))
  return useNoteLabels(cases.map(({ id }) => id)).filter(({ note }) => picked.has(note.id))
}
