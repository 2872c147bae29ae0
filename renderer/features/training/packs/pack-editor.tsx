import { useId, useState } from 'react'
import type { ListedPack } from '../../../../shared/api/training.ts'
import type { Pack, PackExercise, PackScene } from '../../../../shared/training/pack.ts'
import { errorText } from '../../../api/error-text.ts'
import { useApi } from '../../../api/use-client.ts'
import { useToday } from '../../../base/clock.ts'
import { Labelled } from '../../../base/form-kit.tsx'
import { Icon } from '../../../base/icon.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { DateEntry } from '../../../fields/date-entry.tsx'
import { CommandButton } from '../../../workbench/command-button.tsx'
import { useWorkbench } from '../../../workbench/context.ts'
import type { EditorTitle } from '../../../workbench/contribution.ts'
import type { EditorInputOf } from '../../../workbench/editor-input.ts'
import { DaySlider } from './day-slider.tsx'
import { readPlayable } from './played-day.tsx'
import { showScene } from './show-scene.ts'
import { useScene } from './state.ts'
import { StepScene } from './step-scene.tsx'
import { usePack, usePacks } from './use-packs.ts'
import './packs.css'

export function usePackTitle({ packId }: EditorInputOf<'pack'>): EditorTitle {
  const t = useT()
  const language = useLanguage()
  const title = usePacks().find(({ id }) => id === packId)?.title[language]
  return { title: title ?? t('scenes.pack'), icon: 'mortar-board' }
}

/** A demo pack: what it holds, the way to have it in the archive, and its scenes to step through. */
export function PackEditor({ input: { packId } }: { input: EditorInputOf<'pack'> }) {
  const language = useLanguage()
  const listed = usePacks().find(({ id }) => id === packId)
  const pack = usePack(packId)
  if (listed === undefined || pack === undefined) return null
  return (
    <div className="page packs">
      <h1 className="page-title">{listed.title[language]}</h1>
      <p>{listed.summary[language]}</p>
      {listed.loaded ? <Loaded pack={pack} /> : <LoadPack listed={listed} />}
      <div className="packs-more">
        <CommandButton command="exercise.open" args={{ pack: packId }} />
        <CommandButton command="handout.open" args={{ pack: packId }} />
      </div>
    </div>
  )
}

/** Brings the pack into the archive, on the day that the trainer sets. */
function LoadPack({ listed }: { listed: ListedPack }) {
  const t = useT()
  const today = useToday()
  const api = useApi()
  const { client, notify, queryClient } = useWorkbench()
  const [text, setText] = useState<string>(today)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const day = readPlayable(text, today)
  const load = async (form: HTMLFormElement) => {
    if (day === undefined) {
      setFailure(t('scenes.load.noDay'))
      return form.querySelector('input')?.focus()
    }
    setBusy(true)
    setFailure(undefined)
    try {
      await client.training.load({ pack: listed.id, day })
      await queryClient.invalidateQueries({ queryKey: api.key() })
      notify(t('scenes.loaded', { count: listed.cases }), 'success')
    } catch (error) {
      // What was refused puts the archive back, and the window begins anew: what is said outlives this form.
      await queryClient.invalidateQueries({ queryKey: api.key() })
      notify(errorText(t, error), 'error')
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="form packs-load"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void load(event.currentTarget)
      }}
    >
      <Labelled label={t('scenes.load.day')} hint={t('scenes.load.hint')} error={failure}>
        {(ties) => <DateEntry {...ties} value={text} origin={{ today }} onChange={setText} />}
      </Labelled>
      <div className="form-actions">
        <button type="submit" className="button button-primary" aria-disabled={isBusy}>
          {t(isBusy ? 'scenes.load.busy' : 'scenes.load')}
        </button>
      </div>
    </form>
  )
}

function Loaded({ pack }: { pack: Pack }) {
  const shown = useShownPlace(pack)
  const scene = shown === undefined ? undefined : pack.scenes?.[shown]
  const [only, another] = pack.cases
  return (
    <>
      {only !== undefined && another === undefined ? (
        <DaySlider key={scene?.id} pack={pack} caseKey={only.key} from={scene?.day} />
      ) : null}
      {pack.scenes === undefined ? null : <Scenes pack={pack} scenes={pack.scenes} />}
      {pack.exercises === undefined ? null : <Situations pack={pack.id} exercises={pack.exercises} />}
      <div className="packs-more">
        <CommandButton command="pack.reset" args={{ to: 'pack' }} text="scenes.reset.pack" />
        <CommandButton command="pack.reset" args={{ to: 'new' }} text="scenes.reset.new" />
      </div>
    </>
  )
}

const useShownPlace = (pack: Pack) =>
  useScene(({ shown }) => (shown?.pack.id === pack.id ? shown.place : undefined))

function Scenes({ pack, scenes }: { pack: Pack; scenes: readonly PackScene[] }) {
  const t = useT()
  const id = useId()
  const language = useLanguage()
  const { client, editors } = useWorkbench()
  const shown = useShownPlace(pack)
  return (
    <section className="packs-scenes" aria-labelledby={id}>
      <h2 className="packs-heading" id={id}>
        {t('scenes.heading')}
      </h2>
      <div className="packs-more">
        <StepScene pack={pack} place={(shown ?? 0) - 1} step="previous" />
        <StepScene pack={pack} place={(shown ?? -1) + 1} step="next" />
        <CommandButton command="present.toggle" text="present.on" />
        <CommandButton command="present.notes" text="present.notes" />
      </div>
      <ol>
        {scenes.map((scene, place) => (
          <li key={scene.id}>
            <button
              type="button"
              className="link-button packs-scene"
              aria-current={place === shown ? 'step' : undefined}
              onClick={() => showScene({ client, editors }, pack, place)}
            >
              <Icon name={scene.shows.length > 1 ? 'split-horizontal' : 'note'} />
              {scene.title[language]}
            </button>
            <p className="packs-say">{scene.say[language]}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What is practised: a situation with another actor, each of which leads to its exercise. */
function Situations({ pack, exercises }: { pack: string; exercises: readonly PackExercise[] }) {
  const t = useT()
  const id = useId()
  const language = useLanguage()
  const { runCommand } = useWorkbench()
  return (
    <section className="packs-scenes" aria-labelledby={id}>
      <h2 className="packs-heading" id={id}>
        {t('exercise.title')}
      </h2>
      <ol>
        {exercises.map(({ id: exercise, actor, title, situation }) => (
          <li key={exercise}>
            <button
              type="button"
              className="link-button packs-scene"
              onClick={() => runCommand('exercise.open', { pack, exercise })}
            >
              <Icon name="pencil" />
              {`${actor[language]}: ${title[language]}`}
            </button>
            <p className="packs-say">{situation[language]}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
