import { shippedTours } from '../../../../shared/training/shipped-tours.ts'
import type { Tour } from '../../../../shared/training/tour.ts'
import type { Command, Workbench } from '../../../workbench/contribution.ts'
import { refusedOutsideDemo } from '../demo-only.ts'
import { anchorElement, focusAnchor } from './anchors.ts'
import { beginTour, goBack, goOn, pauseTour, resumeTour, shownTour, useTour } from './state.ts'

const category = 'tours.category'
const isOpen = ({ archive }: Workbench) => archive.state === 'open'
/** Whether a step of a tour is shown. */
export const isTourShown = () => shownTour(useTour.getState()) !== undefined

/** The id of the command that begins a tour. */
export const beginCommand = ({ id }: Tour): string => `tour.begin.${id}`

const begin = (tour: Tour): Command => ({
  id: beginCommand(tour),
  title: `tours.begin.${tour.id}`,
  category,
  icon: 'compass',
  menu: 'help',
  when: isOpen,
  refused: refusedOutsideDemo('tours.refused'),
  run: () => beginTour(tour),
})

export const tourCommands: readonly Command[] = [
  ...shippedTours.map(begin),
  {
    id: 'tour.next',
    title: 'tours.command.next',
    category,
    when: isTourShown,
    run: goOn,
  },
  {
    id: 'tour.back',
    title: 'tours.command.back',
    category,
    when: isTourShown,
    run: goBack,
  },
  {
    id: 'tour.goThere',
    title: 'tours.command.goThere',
    category,
    when: isTourShown,
    run: ({ layout }) => {
      const shown = shownTour(useTour.getState())
      if (shown === undefined) return
      const { at, within } = shown.step
      if (anchorElement(at) === undefined && within !== undefined)
        if (within === 'problems') layout.showPanelView(within)
        else layout.showSideBarView(within)
      // A view that has just been opened is drawn first.
      requestAnimationFrame(() => {
        const element = anchorElement(at)
        if (element !== undefined) focusAnchor(element)
      })
    },
  },
  {
    id: 'tour.pause',
    title: 'tours.command.pause',
    category,
    icon: 'debug-pause',
    when: isTourShown,
    run: ({ notify, runCommand, t }) => {
      pauseTour()
      notify(t('tours.paused'), 'info', [
        { title: t('tours.command.resume'), run: () => void runCommand('tour.resume') },
      ])
    },
  },
  {
    id: 'tour.resume',
    title: 'tours.command.resume',
    category,
    icon: 'play',
    when: (workbench) =>
      isOpen(workbench) && useTour.getState().at !== undefined && useTour.getState().isPaused,
    run: resumeTour,
  },
]
