/** A codicon's name without `codicon-`. */
export type IconName = string

/** A codicon, hidden from screen readers: the word beside it says what it means. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <span
      className={`codicon codicon-${name}${className === undefined ? '' : ` ${className}`}`}
      aria-hidden="true"
    />
  )
}
