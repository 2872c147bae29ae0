import {
  type DraftExercise,
  type DraftScene,
  noWords,
  type PackDraft,
} from '../../../../shared/training/pack-draft.ts'
import { answersOf, lackAt, shownIn } from '../../../../shared/training/unfinished.ts'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { AnnotatedNotes } from './annotated-notes.tsx'
import { usePickedNotes } from './note-labels.ts'
import { AddButton, Items } from './parts.tsx'
import { WordsField } from './words-field.tsx'

interface Props {
  readonly draft: PackDraft
  readonly change: (part: Partial<PackDraft>) => void
}

/** A scene shows one note, or two side by side. */
const SHOWN_AT_ONCE = 2
const MOST_ANSWERS = 20

const newScene = (): DraftScene => ({ id: crypto.randomUUID(), title: noWords, say: noWords, shows: [] })
const newExercise = (): DraftExercise => ({
  id: crypto.randomUUID(),
  title: noWords,
  actor: noWords,
  situation: noWords,
  answers: [],
})

/** What a scene or an exercise is called: by its place, and by its title once it has one. */
function useNameOf() {
  const t = useT()
  return (of: 'scene' | 'exercise', number: number, title: string) =>
    title === '' ? t(`exercise.author.${of}.untitled`, { number }) : t(`handout.${of}`, { number, title })
}

/** What the trainer shows: notes, what is said of them and what is pointed at. */
export function ScenesPart({ draft, change }: Props) {
  const t = useT()
  const language = useLanguage()
  const nameOf = useNameOf()
  const notes = usePickedNotes(draft)
  const { scenes } = draft
  return (
    <section className="author-part">
      <h2 className="page-heading">{t('exercise.author.scenes')}</h2>
      <Items
        items={scenes}
        onChange={(changed) => change({ scenes: changed })}
        nameOf={({ title }, index) => nameOf('scene', index + 1, title[language])}
      >
        {({ id, title, say, shows }, changeScene) => (
          <div className="form">
            <WordsField
              at={lackAt(id, 'title')}
              label={t('exercise.author.title')}
              value={title}
              onChange={(next) => changeScene({ title: next })}
            />
            <WordsField
              at={lackAt(id, 'say')}
              label={t('handout.say')}
              value={say}
              multiline
              onChange={(next) => changeScene({ say: next })}
            />
            <AnnotatedNotes
              at={lackAt(id, 'shows')}
              addText={t('exercise.author.show')}
              from={notes}
              taken={answersOf(draft)}
              takenText={t('exercise.author.show.taken')}
              value={shows}
              most={SHOWN_AT_ONCE}
              onChange={(next) => changeScene({ shows: next })}
            />
          </div>
        )}
      </Items>
      <AddButton
        text={t('exercise.author.scene.add')}
        onAdd={() => change({ scenes: [...scenes, newScene()] })}
      />
    </section>
  )
}

/** What learners write: a situation, and the notes that are its answers. */
export function ExercisesPart({ draft, change }: Props) {
  const t = useT()
  const language = useLanguage()
  const nameOf = useNameOf()
  const notes = usePickedNotes(draft)
  const { exercises } = draft
  return (
    <section className="author-part">
      <h2 className="page-heading">{t('exercise.author.exercises')}</h2>
      <p className="form-hint">{t('exercise.author.exercises.how')}</p>
      <Items
        items={exercises}
        onChange={(changed) => change({ exercises: changed })}
        nameOf={({ title }, index) => nameOf('exercise', index + 1, title[language])}
      >
        {({ id, title, actor, situation, answers }, changeExercise) => {
          const first = notes.find(({ note }) => note.id === answers[0]?.note)?.note
          return (
            <div className="form">
              <WordsField
                at={lackAt(id, 'title')}
                label={t('exercise.author.title')}
                value={title}
                onChange={(next) => changeExercise({ title: next })}
              />
              <WordsField
                at={lackAt(id, 'actor')}
                label={t('exercise.actor')}
                value={actor}
                onChange={(next) => changeExercise({ actor: next })}
              />
              <WordsField
                at={lackAt(id, 'situation')}
                label={t('exercise.situation')}
                value={situation}
                multiline
                onChange={(next) => changeExercise({ situation: next })}
              />
              <AnnotatedNotes
                at={lackAt(id, 'answers')}
                addText={t('exercise.author.answer')}
                taken={shownIn(draft)}
                takenText={t('exercise.author.answer.taken')}
                // All the answers to an exercise are written in one case.
                from={notes.filter(({ note }) => first === undefined || note.caseId === first.caseId)}
                value={answers}
                most={MOST_ANSWERS}
                ruled
                onChange={(next) => changeExercise({ answers: next })}
              />
            </div>
          )
        }}
      </Items>
      <AddButton
        text={t('exercise.author.exercise.add')}
        onAdd={() => change({ exercises: [...exercises, newExercise()] })}
      />
    </section>
  )
}
