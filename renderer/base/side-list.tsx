import { type ReactNode, useId, useRef } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { stepThrough } from './list-keys.ts'
import './side-list.css'

/** The list of a side bar, which scrolls in what the view leaves it. One stop for Tab, at its first row; arrows go through it. */
export function SideList({ label, children }: { label: string; children: ReactNode }) {
  const root = useRef<HTMLElement>(null)
  return (
    <nav
      className="side-list"
      ref={root}
      aria-label={label}
      onKeyDown={(event) =>
        stepThrough(event, [...(root.current?.querySelectorAll<HTMLElement>('[data-side-row]') ?? [])])
      }
    >
      {children}
    </nav>
  )
}

/** Rows under a heading; each child is one of them. */
export function SideSection({ heading, children }: { heading: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <div>
      <h3 className="side-heading" id={id}>
        {heading}
      </h3>
      <ul aria-labelledby={id}>{children}</ul>
    </div>
  )
}

/** What a row of a side list is to the keys and to whoever listens, however it is drawn. */
export const sideRow = ({ isStop, isCurrent }: { isStop: boolean; isCurrent: boolean }) =>
  ({
    type: 'button',
    tabIndex: isStop ? 0 : -1,
    'data-side-row': '',
    'data-begin': isStop ? '' : undefined,
    'aria-current': isCurrent ? 'page' : undefined,
  }) as const

interface LinkProps {
  readonly name: string
  readonly icon?: IconName
  readonly count?: string | undefined
  /** There is nothing behind it now, so its count is no call to look. */
  readonly isQuiet?: boolean
  /** More of what it is, for whoever rests on it. */
  readonly title?: string | undefined
  /** The row that Tab reaches: the first of the list. */
  readonly isStop?: boolean
  /** It is what the active editor shows. */
  readonly isCurrent?: boolean
  readonly onOpen: () => void
}

/** A row of one line: what it opens, and how many there are. */
export function SideLink({ name, icon, count, isQuiet, title, onOpen, ...link }: LinkProps) {
  const { isStop = false, isCurrent = false } = link
  return (
    <button
      className="side-link"
      {...sideRow({ isStop, isCurrent })}
      data-quiet={isQuiet === true ? '' : undefined}
      title={title}
      onClick={onOpen}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span className="side-link-name">{name}</span>
      {count === undefined ? null : <span className="count">{count}</span>}
    </button>
  )
}
