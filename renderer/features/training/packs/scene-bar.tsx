import { useEffect, useId, useMemo } from 'react'
import { toneOf } from '../../../../shared/case/kinds.ts'
import type { FieldId } from '../../../../shared/fields/base.ts'
import { citationTexts } from '../../../../shared/sources/cite.ts'
import type { PackScene } from '../../../../shared/training/pack.ts'
import { type PointTold, type ShownTold, sceneTold } from '../../../../shared/training/scene-told.ts'
import { useTemplates } from '../../../api/use-client.ts'
import { Icon } from '../../../base/icon.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { Citations } from '../../../note-model/citations.tsx'
import { kindIcon } from '../../../note-model/owner-badge.tsx'
import { CommandButton } from '../../../workbench/command-button.tsx'
import { useWorkbench } from '../../../workbench/context.ts'
import { fieldsOf, showPoint } from './show-scene.ts'
import { endScene, type SceneShown, sceneOf, useScene } from './state.ts'
import { StepScene } from './step-scene.tsx'
import './scene-bar.css'

/**
 * The scene that is shown, above what it shows: which of how many, and in each document what is pointed at and why. Its title
 * stands in a live region that is there before, so that it is read out at each step. What the trainer says stands elsewhere.
 */
export function SceneBar() {
  const t = useT()
  const language = useLanguage()
  const id = useId()
  const shown = useScene((state) => state.shown)
  const { scene } = sceneOf(shown)
  // An archive that is closed, or locked, takes its scene with it.
  useEffect(() => endScene, [])
  const landmark = scene && { role: 'region', 'aria-labelledby': id, 'data-part': 'scene' }
  return (
    <div className="scene-bar" {...landmark}>
      <div className="scene-head">
        <div role="status" aria-atomic="true">
          {shown === undefined || scene === undefined ? null : (
            <h2 className="scene-title" id={id}>
              <span className="scene-count">
                {t('scenes.place', { scene: shown.place + 1, of: shown.pack.scenes?.length ?? 0 })}
              </span>{' '}
              {scene.title[language]}
            </h2>
          )}
        </div>
        {shown === undefined ? null : (
          <div className="scene-steps">
            <StepScene pack={shown.pack} place={shown.place - 1} step="previous" />
            <StepScene pack={shown.pack} place={shown.place + 1} step="next" />
            <CommandButton command="scene.end" bare />
          </div>
        )}
      </div>
      {shown === undefined || scene === undefined ? null : <SceneShows shown={shown} scene={scene} />}
    </div>
  )
}

function SceneShows({ shown, scene }: { shown: SceneShown; scene: PackScene }) {
  const language = useLanguage()
  const { data: templates } = useTemplates()
  const told = useMemo(
    () => templates && sceneTold(shown.pack, scene, { templates, language }),
    [shown.pack, scene, templates, language],
  )
  const fields = fieldsOf(shown)
  return (
    <div className="scene-shows">
      {told?.map((each, at) => (
        <Shown key={each.title} told={each} at={at} pointed={fields[at]} />
      ))}
    </div>
  )
}

/** One of the documents, in the colour of whose it is, and what is pointed at in it. */
function Shown(props: { told: ShownTold; at: number; pointed: FieldId | undefined }) {
  const { title, template, points } = props.told
  const id = useId()
  return (
    <section
      className="scene-shown"
      data-tone={template && toneOf(template.kind, template.owner)}
      aria-labelledby={id}
    >
      <h3 className="scene-document" id={id}>
        <Icon name={template === undefined ? 'folder' : kindIcon(template.kind)} />
        {title}
      </h3>
      <ul className="scene-points">
        {points.map((point) => (
          <li key={`${point.field ?? ''} ${point.text}`}>
            <Said
              point={point}
              at={props.at}
              isPointed={point.field !== undefined && point.field === props.pointed}
            />
            {point.source === undefined ? null : <Source reference={point.source} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is said of a field, which leads to it; or of the document as a whole. */
function Said({ point, at, isPointed }: { point: PointTold; at: number; isPointed: boolean }) {
  const { client, editors } = useWorkbench()
  const { field, label, text } = point
  if (field === undefined) return <p>{text}</p>
  return (
    <button
      type="button"
      className="scene-point"
      aria-current={isPointed ? 'location' : undefined}
      onClick={() => showPoint({ client, editors }, at, field)}
    >
      <strong>{label ?? field}</strong> {text}
    </button>
  )
}

/** Where a point rests, on a line; unfolded, each document with its places, to be looked up. */
function Source({ reference }: { reference: string }) {
  const t = useT()
  const language = useLanguage()
  const said = t('scenes.source', { source: citationTexts(reference, language).join('; ') })
  return (
    <details className="scene-source">
      <summary title={said}>{said}</summary>
      <Citations reference={reference} />
    </details>
  )
}
