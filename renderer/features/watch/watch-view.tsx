import { type HeadingId, shippedLists } from '../../../shared/watch/shipped.ts'
import { SideLink, SideList, SideSection } from '../../base/side-list.tsx'
import { useT } from '../../base/use-t.ts'
import { CommandButton } from '../../workbench/command-button.tsx'
import { useActiveEditor, useWorkbench } from '../../workbench/context.ts'
import { useCount, useCountText } from './count.ts'
import { type ShownList, shownShipped, useKept } from './kept.ts'
import { useWatchState } from './state.ts'
import { WhoseChoice } from './whose-choice.tsx'
import './watch.css'

/** Åtgärder in the activity bar: every list with how many rows it has. */
export function WatchView() {
  const t = useT()
  const kept = useKept()
  const shown = shippedLists.map((list) => ({ heading: list.heading, list: shownShipped(t, list) }))
  const headings = [...new Set(shown.map(({ heading }) => heading))]
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
      <SideList label={t('watch.lists')}>
        {kept.lists.length === 0 ? null : <Lists heading="own" lists={kept.lists} first />}
        {headings.map((heading, index) => (
          <Lists
            key={heading}
            heading={heading}
            lists={shown.filter((each) => each.heading === heading).map(({ list }) => list)}
            first={index === 0 && kept.lists.length === 0}
          />
        ))}
      </SideList>
    </>
  )
}

function Lists(props: { heading: HeadingId | 'own'; lists: readonly ShownList[]; first: boolean }) {
  const t = useT()
  const { heading, lists, first } = props
  return (
    <SideSection heading={t(`watch.heading.${heading}`)}>
      {lists.map((list, index) => (
        <li key={list.id}>
          <ListLink list={list} isStop={first && index === 0} />
        </li>
      ))}
    </SideSection>
  )
}

function ListLink({ list, isStop }: { list: ShownList; isStop: boolean }) {
  const { runCommand } = useWorkbench()
  const active = useActiveEditor()
  const whose = useWatchState((state) => state.whose)
  const count = useCountText(useCount(list.query, whose))
  return (
    <SideLink
      name={list.name}
      icon={list.query.of === 'later' ? 'calendar' : 'list-unordered'}
      count={count}
      isQuiet={count === '0'}
      title={list.what}
      isStop={isStop}
      isCurrent={active?.type === 'watch-list' && active.list === list.id}
      onOpen={() => runCommand('watch.open', { list: list.id })}
    />
  )
}
