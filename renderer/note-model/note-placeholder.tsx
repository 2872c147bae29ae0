/** A line in the place of a note that is not there (yet). */
export function NotePlaceholder({ text, alert }: { text: string; alert?: boolean }) {
  return (
    <div className="note note-placeholder" role={alert === true ? 'alert' : 'status'}>
      <p>{text}</p>
    </div>
  )
}
