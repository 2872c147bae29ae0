import type { NoteVerb } from '../../../shared/note/lifecycle.ts'

/** The command that takes each step. */
export const stepCommands: Readonly<Record<NoteVerb, string>> = {
  'lamna-in': 'review.submit',
  'ta-tillbaka': 'review.takeBack',
  aterlamna: 'review.return',
  godkann: 'review.approve',
  las: 'review.lock',
  'las-upp': 'review.unlock',
  journalfor: 'note.sign',
}
