import { whose as choices } from '../../../shared/api/watch.ts'
import { Segments } from '../../base/controls.tsx'
import { useT } from '../../base/use-t.ts'
import { useWatchState } from './state.ts'

/** Whose cases the lists are read for: the one choice for all of them. */
export function WhoseChoice() {
  const t = useT()
  const whose = useWatchState((state) => state.whose)
  return (
    <Segments
      label={t('watch.whose')}
      value={whose}
      options={choices.map((each) => ({ value: each, label: t(`watch.whose.${each}`) }))}
      onChange={(chosen) => useWatchState.setState({ whose: chosen })}
    />
  )
}
