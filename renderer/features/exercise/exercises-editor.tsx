import { useQuery } from '@tanstack/react-query'
import type { Pack } from '../../../shared/training/pack.ts'
import { useApi } from '../../api/use-client.ts'
import { SelectField } from '../../base/form-kit.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { CommandButton } from '../../workbench/command-button.tsx'
import { useArchive } from '../../workbench/context.ts'
import { ExerciseView } from './exercise-view.tsx'
import { chooseExercise, useChosen } from './state.ts'
import './exercise.css'

/** Övningar: whom it is about, which situation, and the exercise itself. */
export function ExercisesEditor() {
  const t = useT()
  const archive = useArchive()
  const isDemo = archive.state === 'open' && archive.archive.demo
  return (
    <div className="page exercise-page">
      <h1 className="page-title">{t('exercise.title')}</h1>
      <p className="page-lead">{t('exercise.lead')}</p>
      {isDemo ? <Packs /> : <p role="status">{t('exercise.demoOnly')}</p>}
    </div>
  )
}

function Packs() {
  const t = useT()
  const language = useLanguage()
  const { pack } = useChosen()
  const { data } = useQuery(useApi().training.list.queryOptions())
  const packs = (data ?? []).filter(({ exercises }) => exercises > 0)
  const shown = packs.find(({ id }) => id === pack) ?? packs[0]
  if (data === undefined) return <p>{t('notes.loading')}</p>
  if (shown === undefined) return <p role="status">{t('exercise.none')}</p>
  return (
    <>
      <SelectField
        label={t('exercise.pack')}
        value={shown.id}
        options={packs.map(({ id, title }) => ({ value: id, label: title[language] }))}
        onChange={(id) => chooseExercise(id)}
      />
      <PackExercises id={shown.id} isLoaded={shown.loaded} />
    </>
  )
}

function PackExercises({ id, isLoaded }: { id: string; isLoaded: boolean }) {
  const { data: pack } = useQuery(useApi().training.pack.queryOptions({ input: { id } }))
  return pack === undefined ? null : <Exercises pack={pack} isLoaded={isLoaded} />
}

/** The actors of a pack's exercises, by what they are called in Swedish, which is theirs in every language. */
const actorsOf = ({ exercises = [] }: Pack) => [...Map.groupBy(exercises, ({ actor }) => actor.sv).entries()]

function Exercises({ pack, isLoaded }: { pack: Pack; isLoaded: boolean }) {
  const t = useT()
  const language = useLanguage()
  const { exercise } = useChosen()
  const { exercises = [] } = pack
  const chosen = exercises.find(({ id }) => id === exercise) ?? exercises[0]
  if (chosen === undefined) return null
  const actors = actorsOf(pack)
  const situations = actors.find(([actor]) => actor === chosen.actor.sv)?.[1] ?? []
  return (
    <>
      <div className="exercise-choice">
        <SelectField
          label={t('exercise.actor')}
          value={chosen.actor.sv}
          options={actors.map(([value, [first]]) => ({ value, label: first?.actor[language] ?? value }))}
          onChange={(actor) => chooseExercise(pack.id, exercises.find((each) => each.actor.sv === actor)?.id)}
        />
        <SelectField
          label={t('exercise.situation')}
          value={chosen.id}
          options={situations.map(({ id, title }) => ({ value: id, label: title[language] }))}
          onChange={(id) => chooseExercise(pack.id, id)}
        />
        <CommandButton command="handout.open" args={{ pack: pack.id }} />
      </div>
      <ExerciseView key={chosen.id} pack={pack} exercise={chosen} isLoaded={isLoaded} />
    </>
  )
}
