import { useT } from '../../../base/use-t.ts'
import { useArchive } from '../../../workbench/context.ts'
import { CasesPart } from './cases-part.tsx'
import { Finish } from './finish.tsx'
import { usePackDraft } from './kept.ts'
import { ExercisesPart, ScenesPart } from './scenes-and-exercises.tsx'
import { WordsField } from './words-field.tsx'
import '../exercise.css'
import './author.css'

/** A demo pack that a trainer writes of the cases in the demo archive: picked, annotated and saved as a file to be shared. */
export function AuthorEditor() {
  const t = useT()
  const archive = useArchive()
  const isDemo = archive.state === 'open' && archive.archive.demo
  return (
    <div className="page author-page">
      <h1 className="page-title">{t('exercise.author')}</h1>
      <p className="page-lead">{t('exercise.author.lead')}</p>
      {isDemo ? <Draft /> : <p role="status">{t('exercise.demoOnly')}</p>}
    </div>
  )
}

function Draft() {
  const t = useT()
  const { draft, change } = usePackDraft()
  if (draft === undefined) return <p>{t('notes.loading')}</p>
  return (
    <>
      <section className="author-part author-begin form">
        <WordsField
          label={t('exercise.author.title')}
          value={draft.title}
          onChange={(title) => change({ title })}
        />
        <WordsField
          label={t('exercise.author.summary')}
          value={draft.summary}
          multiline
          onChange={(summary) => change({ summary })}
        />
      </section>
      <CasesPart draft={draft} change={change} />
      <ScenesPart draft={draft} change={change} />
      <ExercisesPart draft={draft} change={change} />
      <Finish draft={draft} change={change} />
    </>
  )
}
