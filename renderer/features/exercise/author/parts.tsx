import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { Icon } from '../../../base/icon.tsx'
import { useT } from '../../../base/use-t.ts'
import { useRemoval } from './removal.ts'

interface Props<T extends { readonly id: string }> {
  readonly items: readonly T[]
  readonly onChange: (items: T[]) => void
  /** The level of their headings, where they do not stand in a part of the page itself. */
  readonly level?: 3 | 5
  /** What an item is called, for its heading and for the buttons that are about it. */
  readonly nameOf: (item: T, index: number) => string
  readonly children: (item: T, change: (part: Partial<T>) => void) => ReactNode
}

/** Items in an order of their own: each can be changed, moved a step up or down and taken away. */
export function Items<T extends { readonly id: string }>({
  items,
  onChange,
  nameOf,
  level = 3,
  children,
}: Props<T>) {
  const t = useT()
  const Heading = `h${level}` as const
  const move = (from: number, to: number) => {
    const [one, other] = [items[from], items[to]]
    if (one && other) onChange(items.with(to, one).with(from, other))
  }
  return items.map((item, index) => {
    const name = nameOf(item, index)
    return (
      <section key={item.id} className="author-item" aria-label={name}>
        <div className="author-item-head">
          <Heading>{name}</Heading>
          {items.length < 2 ? null : (
            <>
              <MoveButton
                icon="arrow-up"
                label={t('exercise.author.up', { name })}
                isLast={index === 0}
                onMove={() => move(index, index - 1)}
              />
              <MoveButton
                icon="arrow-down"
                label={t('exercise.author.down', { name })}
                isLast={index === items.length - 1}
                onMove={() => move(index, index + 1)}
              />
            </>
          )}
          <RemoveButton name={name} onRemove={() => onChange(items.toSpliced(index, 1))} />
        </div>
        {children(item, (part) => onChange(items.with(index, { ...item, ...part })))}
      </section>
    )
  })
}

/** A step in the order. It stays where nothing is further on, so that whoever moves by keyboard has it still. */
function MoveButton(props: {
  readonly icon: 'arrow-up' | 'arrow-down'
  readonly label: string
  readonly isLast: boolean
  readonly onMove: () => void
}) {
  const { icon, label, isLast, onMove } = props
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      aria-disabled={isLast || undefined}
      onClick={({ currentTarget }) => {
        if (isLast) return
        flushSync(onMove)
        // An element that is moved in the page loses the focus.
        currentTarget.focus()
      }}
    >
      <Icon name={icon} />
    </button>
  )
}

/** Takes a part of the pack away, which can be undone. */
export function RemoveButton({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  const t = useT()
  const remove = useRemoval()
  const label = t('exercise.author.remove', { name })
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      onClick={() => remove(name, onRemove)}
    >
      <Icon name="trash" />
    </button>
  )
}

/** A button that adds something below it. */
export function AddButton({ text, onAdd }: { text: string; onAdd: () => void }) {
  return (
    <button type="button" className="button" onClick={onAdd}>
      <Icon name="add" />
      {text}
    </button>
  )
}
