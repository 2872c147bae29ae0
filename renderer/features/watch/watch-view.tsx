import { type KeyboardEvent, useRef } from 'react'
import { type HeadingId, shippedLists } from '../../../shared/watch/shipped.ts'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { CommandButton } from '../../workbench/command-button.tsx'
import { useActiveEditor, useWorkbench } from '../../workbench/context.ts'
import { useCount, useCountText } from './count.ts'
import { type ShownList, shownShipped, useKept } from './kept.ts'
import { useWatchState } from './state.ts'
import { WhoseChoice } from './whose-choice.tsx'
import './watch.css'

/** Åtgärder in the activity bar: every list with how many rows it has. One stop for Tab, arrows go through it. */
export function WatchView() {
  const t = useT()
  const kept = useKept()
  const root = useRef<HTMLElement>(null)
  const shown = shippedLists.map((list) => ({ heading: list.heading, list: shownShipped(t, list) }))
  const headings = [...new Set(shown.map(({ heading }) => heading))]
  const move = (event: KeyboardEvent) => {
    const rows = [...(root.current?.querySelectorAll<HTMLElement>('.watch-link') ?? [])]
    const at = rows.findIndex((row) => row.matches(':focus'))
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    rows[Math.min(rows.length - 1, Math.max(0, to))]?.focus()
  }
  return (
    <>
      <div className="side-head">
        <h2 className="side-title">{t('watch.title')}</h2>
        <CommandButton command="watch.today" bare />
      </div>
      <div className="watch-side-tools">
        <WhoseChoice />
        <CommandButton command="watch.calendar" bare />
      </div>
      <nav className="watch-lists" ref={root} aria-label={t('watch.lists')} onKeyDown={move}>
        {kept.lists.length === 0 ? null : <Section heading="own" lists={kept.lists} first />}
        {headings.map((heading, index) => (
          <Section
            key={heading}
            heading={heading}
            lists={shown.filter((each) => each.heading === heading).map(({ list }) => list)}
            first={index === 0 && kept.lists.length === 0}
          />
        ))}
      </nav>
    </>
  )
}

function Section(props: { heading: HeadingId | 'own'; lists: readonly ShownList[]; first: boolean }) {
  const t = useT()
  const { heading, lists, first } = props
  return (
    <section aria-labelledby={`watch-${heading}`}>
      <h3 className="watch-heading" id={`watch-${heading}`}>
        {t(`watch.heading.${heading}`)}
      </h3>
      <ul>
        {lists.map((list, index) => (
          <li key={list.id}>
            <ListLink list={list} isStop={first && index === 0} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ListLink({ list, isStop }: { list: ShownList; isStop: boolean }) {
  const { runCommand } = useWorkbench()
  const active = useActiveEditor()
  const whose = useWatchState((state) => state.whose)
  const count = useCountText(useCount(list.query, whose))
  return (
    <button
      type="button"
      className="watch-link"
      tabIndex={isStop ? 0 : -1}
      data-begin={isStop ? '' : undefined}
      title={list.what}
      aria-current={active?.type === 'watch-list' && active.list === list.id ? 'page' : undefined}
      onClick={() => runCommand('watch.open', { list: list.id })}
    >
      <Icon name={list.query.of === 'later' ? 'calendar' : 'list-unordered'} />
      <span className="watch-link-name">{list.name}</span>
      <span className="count">{count}</span>
    </button>
  )
}
