/** A codicon's name without `codicon-`. */
export type IconName = string

/** A codicon. It says nothing to screen readers: the word beside it does. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <span
      className={`codicon codicon-${name}${className === undefined ? '' : ` ${className}`}`}
      aria-hidden="true"
    />
  )
}
