import type { ReactNode } from 'react'
import { Icon } from '../../../base/icon.tsx'
import { useT } from '../../../base/use-t.ts'

interface Props<T extends { readonly id: string }> {
  readonly items: readonly T[]
  readonly onChange: (items: T[]) => void
  /** The level of their headings, where they do not stand in a part of the page itself. */
  readonly level?: 3 | 5
  /** What an item is called, for its heading and for the buttons that are about it. */
  readonly nameOf: (item: T, index: number) => string
  readonly children: (item: T, change: (part: Partial<T>) => void) => ReactNode
}

/** Items in an order of their own: each can be changed, moved a step up and taken away. */
export function Items<T extends { readonly id: string }>({
  items,
  onChange,
  nameOf,
  level = 3,
  children,
}: Props<T>) {
  const t = useT()
  const Heading = `h${level}` as const
  const swapped = (index: number) => {
    const [one, other] = [items[index - 1], items[index]]
    return one && other ? items.with(index - 1, other).with(index, one) : [...items]
  }
  return items.map((item, index) => {
    const name = nameOf(item, index)
    return (
      <section key={item.id} className="author-item" aria-label={name}>
        <div className="author-item-head">
          <Heading>{name}</Heading>
          {index === 0 ? null : (
            <button
              type="button"
              className="icon-button"
              aria-label={t('exercise.author.up', { name })}
              title={t('exercise.author.up', { name })}
              onClick={() => onChange(swapped(index))}
            >
              <Icon name="arrow-up" />
            </button>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={t('exercise.author.remove', { name })}
            title={t('exercise.author.remove', { name })}
            onClick={() => onChange(items.toSpliced(index, 1))}
          >
            <Icon name="trash" />
          </button>
        </div>
        {children(item, (part) => onChange(items.with(index, { ...item, ...part })))}
      </section>
    )
  })
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
