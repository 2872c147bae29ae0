import { useEffect } from 'react'
import type { CaseId } from '../../../shared/case/ids.ts'
import { caseOfExercise } from '../../../shared/training/compare-exercise.ts'
import type { Pack, PackExercise } from '../../../shared/training/pack.ts'
import { errorText } from '../../api/error-text.ts'
import { useCase } from '../../api/use-client.ts'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { Citations } from '../../note-model/citations.tsx'
import { useNoteServices } from '../../note-model/use-note.ts'
import { CommandButton } from '../../workbench/command-button.tsx'
import { useWorkbench } from '../../workbench/context.ts'
import { ExerciseComparison } from './comparison.tsx'
import { showAnswer, useChosen } from './state.ts'

interface Props {
  readonly pack: Pack
  readonly exercise: PackExercise
  readonly isLoaded: boolean
}

/** One exercise: what has happened, the case to write in, and what differs from the answer once it is asked for. */
export function ExerciseView({ pack, exercise, isLoaded }: Props) {
  const t = useT()
  const language = useLanguage()
  const { title, situation, source, tasks } = exercise
  return (
    <>
      <h2 className="page-heading">{title[language]}</h2>
      <p className="exercise-situation">{situation[language]}</p>
      <p className="exercise-task">
        <Icon name="pencil" /> {t('exercise.task.count', { count: tasks.length })} {t('exercise.task.which')}
      </p>
      {source === undefined ? null : <Citations reference={source} />}
      {isLoaded ? <Work pack={pack} exercise={exercise} /> : <LoadPack pack={pack} />}
    </>
  )
}

/** The pack's cases are not in the archive yet. */
function LoadPack({ pack }: { pack: Pack }) {
  const t = useT()
  const { client, notify } = useWorkbench()
  const load = async () => {
    try {
      await client.training.load({ pack: pack.id })
    } catch (error) {
      notify(errorText(t, error), 'error')
    }
  }
  return (
    <div className="exercise-actions">
      <button type="button" className="button button-primary" onClick={() => void load()}>
        <Icon name="cloud-download" />
        {t('exercise.load')}
      </button>
      <span className="form-aside">{t('exercise.load.what', { count: pack.cases.length })}</span>
    </div>
  )
}

function Work({ pack, exercise }: Pick<Props, 'pack' | 'exercise'>) {
  const caseId = caseOfExercise(pack, exercise)
  const { compared } = useChosen()
  // When it begins again the answer waits once more.
  useEffect(() => () => showAnswer(false), [])
  return (
    <>
      <Actions caseId={caseId} />
      {compared ? <ExerciseComparison pack={pack} exercise={exercise} caseId={caseId} /> : null}
    </>
  )
}

/** The ways from an exercise: to its case, to a new note in it, to the answer, and back to the beginning. */
function Actions({ caseId }: { caseId: CaseId }) {
  const t = useT()
  const { editors, notify } = useWorkbench()
  const { sessions } = useNoteServices()
  const { compared } = useChosen()
  const { data } = useCase(caseId)

  const compare = async () => {
    if (await sessions.flushAll()) showAnswer(true)
    else notify(t('notes.saveFailed'), 'error')
  }
  return (
    <div className="exercise-actions">
      {data === undefined ? null : (
        <button type="button" className="button" onClick={() => editors.open({ type: 'case', caseId })}>
          <Icon name="folder-opened" />
          {t('exercise.case', { number: data.case.number, name: data.case.insured.name })}
        </button>
      )}
      <button type="button" className="button" onClick={() => editors.open({ type: 'new-note', caseId })}>
        <Icon name="new-file" />
        {t('notes.command.create')}
      </button>
      <button type="button" className="button button-primary" onClick={() => void compare()}>
        <Icon name="diff" />
        {t(compared ? 'exercise.compareAgain' : 'exercise.compare')}
      </button>
      <CommandButton command="pack.reset" args={{ to: 'pack' }} text="exercise.reset" />
    </div>
  )
}
