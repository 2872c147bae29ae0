import { parseSearch } from '../../../shared/search/parse.ts'
import { asksSomething } from '../../../shared/search/query.ts'
import type { Command, Workbench } from '../../workbench/contribution.ts'
import { openHit } from './open-hit.ts'
import { stepHit } from './rows.ts'
import { focusSearch, hitList, searchFor, useSearchState } from './state.ts'

const isOpen = ({ archive }: Workbench) => archive.state === 'open'
/** So few hits before the end the next page is read. */
const AHEAD = 5

/** Goes to the next hit, or the one before it, and opens it. */
function step(workbench: Workbench, by: 1 | -1): void {
  const { rows, onEnd } = hitList.current
  const hit = stepHit(rows, useSearchState.getState().active, by)
  if (hit === undefined) {
    workbench.notify(workbench.t('search.noHits'), 'info')
    return
  }
  useSearchState.setState({ active: hit.id })
  if (rows.indexOf(hit) >= rows.length - AHEAD) onEnd()
  openHit(workbench, hit.group.caseId, hit.hit)
}

/** What can be done with the search. */
export const searchCommands: readonly Command[] = [
  {
    id: 'search.show',
    title: 'search.command.show',
    category: 'frame.category.view',
    icon: 'search',
    keys: ['Mod+Shift+F'],
    menu: 'view',
    when: isOpen,
    run: ({ layout }) => {
      layout.showSideBarView('search')
      focusSearch()
    },
  },
  {
    id: 'search.next',
    title: 'search.command.next',
    category: 'search.title',
    icon: 'arrow-down',
    keys: ['F4'],
    menu: 'go',
    when: isOpen,
    run: (workbench) => step(workbench, 1),
  },
  {
    id: 'search.previous',
    title: 'search.command.previous',
    category: 'search.title',
    icon: 'arrow-up',
    keys: ['Shift+F4'],
    menu: 'go',
    when: isOpen,
    run: (workbench) => step(workbench, -1),
  },
  {
    id: 'search.save',
    title: 'search.command.save',
    category: 'search.title',
    icon: 'save',
    when: (workbench) =>
      isOpen(workbench) && asksSomething(parseSearch(useSearchState.getState().text).query),
    run: ({ layout }) => {
      layout.showSideBarView('search')
      useSearchState.setState({ naming: true })
    },
  },
  {
    id: 'search.clear',
    title: 'search.command.clear',
    category: 'search.title',
    icon: 'clear-all',
    when: isOpen,
    run: ({ layout }) => {
      layout.showSideBarView('search')
      searchFor('')
      focusSearch()
    },
  },
]
