import { useEffect, useState } from 'react'
import { waitsForLearner } from '../../../../shared/training/progress.ts'
import { isStepDone, saidInstead, type Tour, type TourStep } from '../../../../shared/training/tour.ts'
import { Icon } from '../../../base/icon.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { CommandButton } from '../../../workbench/command-button.tsx'
import { commandsRun } from '../../../workbench/commands.ts'
import { TourRing } from './ring.tsx'
import { goOn, noteRan, shownTour, useTour } from './state.ts'
import { useTourFacts } from './use-facts.ts'
import './tours.css'

/**
 * The step of the tour that is shown, across the window: it covers nothing, takes no focus, and leaves everything else in
 * reach. What it says stands in a live region that is there before, so that it is read out when it comes and at each step.
 */
export function TourBar() {
  const t = useT()
  const language = useLanguage()
  const at = useTour((state) => state.at)
  const isPaused = useTour((state) => state.isPaused)
  const shown = shownTour({ at, isPaused })
  const [isInSight, setInSight] = useState(true)
  const landmark = shown && {
    role: 'region',
    'aria-label': t('tours.bar', { tour: shown.tour.title[language] }),
    'data-part': 'tour',
  }
  return (
    <div className="tour-bar" {...landmark}>
      <div className="tour-said" role="status" aria-atomic="true">
        {shown === undefined || at === undefined ? null : (
          <>
            <span className="tour-count">
              <Icon name="compass" />
              {t('tours.step', { step: at.step + 1, of: shown.tour.steps.length })}
            </span>{' '}
            <span>{shown.step.say[language]}</span>
            <Instead step={shown.step} />
            {isInSight ? null : <span className="tour-hidden"> {t('tours.outOfSight')}</span>}
          </>
        )}
      </div>
      {shown === undefined || at === undefined ? null : (
        <>
          <TourActions
            tour={shown.tour}
            step={shown.step}
            waits={waitsForLearner(at)}
            isFirst={at.step === 0}
          />
          <Watch key={at.step} step={shown.step} waits={waitsForLearner(at)} />
          <TourRing at={shown.step.at} onShown={setInSight} />
        </>
      )}
    </div>
  )
}

/** Says why what has been done is not what the step asks. */
function Instead({ step }: { step: TourStep }) {
  const language = useLanguage()
  const said = saidInstead(step, useTourFacts())
  return said === undefined ? null : <strong> {said[language]}</strong>
}

function TourActions(props: { tour: Tour; step: TourStep; waits: boolean; isFirst: boolean }) {
  const { tour, step, waits, isFirst } = props
  const isLast = tour.steps.at(-1) === step
  const next = isLast ? 'tours.finish' : waits && !('next' in step.done) ? 'tours.skip' : 'tours.next'
  return (
    <div className="tour-actions">
      <CommandButton command="tour.goThere" text="tours.goThere" />
      {isFirst ? null : <CommandButton command="tour.back" text="tours.back" />}
      <CommandButton command="tour.next" text={next} primary={next !== 'tours.skip'} />
      <CommandButton command="tour.pause" keysOf="training.leave" bare />
    </div>
  )
}

/** Goes on as soon as the learner has done what the step asks. Shows nothing. */
function Watch({ step, waits }: { step: TourStep; waits: boolean }) {
  const isDone = isStepDone(step.done, useTourFacts())
  useEffect(() => commandsRun.add(noteRan), [])
  useEffect(() => {
    if (waits && isDone) goOn()
  }, [waits, isDone])
  return null
}
