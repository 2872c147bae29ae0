import { useState } from 'react'
import type { PackDraft } from '../../../../shared/training/pack-draft.ts'
import { useT } from '../../../base/use-t.ts'
import { useArchive } from '../../../workbench/context.ts'
import { CasesPart } from './cases-part.tsx'
import { Finish } from './finish.tsx'
import { usePackDraft } from './kept.ts'
import { LacksContext, useLacks } from './lacks.tsx'
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
  const { draft } = usePackDraft()
  return draft === undefined ? <p>{t('notes.loading')}</p> : <Written draft={draft} />
}

function Written({ draft }: { draft: PackDraft }) {
  const t = useT()
  const { change } = usePackDraft()
  const lacks = useLacks(draft)
  // What is lacking is nobody's fault before they have said that they are done.
  const [isTried, setTried] = useState(false)
  if (isTried && lacks.length === 0) setTried(false)
  return (
    <LacksContext value={isTried ? lacks : []}>
      <section className="author-part author-begin form">
        <WordsField
          at="title"
          label={t('exercise.author.title')}
          value={draft.title}
          onChange={(title) => change({ title })}
        />
        <WordsField
          at="summary"
          label={t('exercise.author.summary')}
          value={draft.summary}
          multiline
          onChange={(summary) => change({ summary })}
        />
      </section>
      <CasesPart draft={draft} change={change} />
      <ScenesPart draft={draft} change={change} />
      <ExercisesPart draft={draft} change={change} />
      <Finish draft={draft} change={change} lacks={lacks} onTry={() => setTried(true)} />
    </LacksContext>
  )
}
