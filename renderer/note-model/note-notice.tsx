import type { ReactNode } from 'react'

interface NoteNoticeProps {
  readonly label: string
  readonly children: ReactNode
  readonly severity?: 'signed' | 'info' | 'warning'
}

/** What is told of a note above its text. No landmark: two notes beside each other may both be told the same. */
export function NoteNotice({ label, children, severity }: NoteNoticeProps) {
  return (
    <div className="note-notice" role="note" aria-label={label} data-severity={severity}>
      {children}
    </div>
  )
}
