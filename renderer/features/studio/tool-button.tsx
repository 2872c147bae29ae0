import { Icon, type IconName } from '../../base/icon.tsx'

interface ToolProps {
  readonly label: string
  readonly icon: IconName
  readonly keys?: string | undefined
  readonly isOff?: boolean
  readonly onPress: () => void
}

/** A button of a toolbar. One that can do nothing now can still be come to, and says so. */
export function ToolButton({ label, icon, keys, isOff = false, onPress }: ToolProps) {
  return (
    <button
      type="button"
      className="icon-button"
      title={keys === undefined ? label : `${label} (${keys})`}
      aria-label={label}
      aria-keyshortcuts={keys}
      aria-disabled={isOff || undefined}
      onClick={() => {
        if (!isOff) onPress()
      }}
    >
      <Icon name={icon} />
    </button>
  )
}
