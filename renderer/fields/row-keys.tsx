import type { KeyboardEvent } from 'react'
import type { TextKey } from '../../shared/text/index.ts'
import { Icon } from '../base/icon.tsx'
import { useT } from '../base/use-t.ts'

/** What can be done with a row, by key or by button, whatever the row looks like. */
export type RowCommand = 'new' | 'up' | 'down' | 'duplicate' | 'remove'

/**
 * The command of a key on a row: Shift+Enter a new one below, Alt and an arrow moves it, Ctrl+D copies it, Ctrl+Shift+Delete
 * takes it away.
 */
export function rowCommandOf(event: KeyboardEvent): RowCommand | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event
  const mod = ctrlKey || metaKey
  if (altKey && !mod && !shiftKey && key === 'ArrowUp') return 'up'
  if (altKey && !mod && !shiftKey && key === 'ArrowDown') return 'down'
  if (mod && !altKey && !shiftKey && key.toLowerCase() === 'd') return 'duplicate'
  if (mod && shiftKey && !altKey && key === 'Delete') return 'remove'
  if (shiftKey && !mod && !altKey && key === 'Enter') return 'new'
  return undefined
}

const buttons: readonly {
  command: Exclude<RowCommand, 'new'>
  icon: string
  label: TextKey
  title: TextKey
}[] = [
  { command: 'up', icon: 'arrow-up', label: 'fields.rows.up', title: 'fields.rows.up.title' },
  { command: 'down', icon: 'arrow-down', label: 'fields.rows.down', title: 'fields.rows.down.title' },
  {
    command: 'duplicate',
    icon: 'copy',
    label: 'fields.rows.duplicate',
    title: 'fields.rows.duplicate.title',
  },
  { command: 'remove', icon: 'trash', label: 'fields.rows.remove', title: 'fields.rows.remove.title' },
]

interface Props {
  /** Names the row for a screen reader. */
  title: string
  index: number
  count: number
  run: (command: RowCommand) => void
}

/** The same as buttons. */
export function RowButtons({ title, index, count, run }: Props) {
  const t = useT()
  const disabled = { up: index === 0, down: index === count - 1, duplicate: false, remove: false }
  return (
    <span className="field-row-actions">
      {buttons.map(({ command, icon, label, title: tip }) => (
        <button
          key={command}
          type="button"
          className="icon-button"
          title={t(tip)}
          aria-label={`${t(label)}: ${title}`}
          disabled={disabled[command]}
          onClick={() => run(command)}
        >
          <Icon name={icon} />
        </button>
      ))}
    </span>
  )
}
