import { whose as choices } from '../../../shared/api/watch.ts'
import { useT } from '../../base/use-t.ts'
import { useWatchState } from './state.ts'

/** Whose cases the lists are read for: the one choice for all of them. */
export function WhoseChoice() {
  const t = useT()
  const whose = useWatchState((state) => state.whose)
  return (
    <fieldset className="watch-whose" aria-label={t('watch.whose')}>
      {choices.map((each) => (
        <button
          key={each}
          type="button"
          className="watch-whose-button"
          aria-pressed={each === whose}
          onClick={() => useWatchState.setState({ whose: each })}
        >
          {t(`watch.whose.${each}`)}
        </button>
      ))}
    </fieldset>
  )
}
