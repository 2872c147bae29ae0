import { useEffect, useLayoutEffect } from 'react'
import type { NoteId } from '../../../../shared/case/ids.ts'
import { useT } from '../../../base/use-t.ts'
import { useActiveNote } from '../../../note-model/use-note.ts'
import { putAway } from '../../../workbench/layout/layout-store.ts'
import { StatusButton } from '../../../workbench/status-bar.tsx'
import { KeyStrokes } from './key-strokes.tsx'
import { SceneSpoken } from './scene-spoken.tsx'
import { headingOf, isShown, sectionsOf, speakOf } from './sections.ts'
import { type Spoken as SpokenPart, speakOnlyOf, spokenIn, stopPresenting, usePresenting } from './state.ts'
import { useSpeaker } from './use-speaker.ts'
import './present.css'

/** What is spoken of, marked; and the window while it presents: all larger, the bars put away, keys shown. Nothing of it is stored. */
export function Presentation() {
  const isOn = usePresenting((state) => state.isOn)
  // An archive that is closed, or locked, takes its presentation with it.
  useEffect(() => stopPresenting, [])
  return (
    <>
      <SceneSpoken />
      <Spoken />
      {isOn ? <Presenting /> : null}
    </>
  )
}

function Presenting() {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    dataset.presenting = ''
    putAway(true)
    return () => {
      delete dataset.presenting
      putAway(false)
    }
  }, [])
  useSpeaker()
  return <KeyStrokes />
}

/** Marks what is spoken of in each note on the screen. One that has been put away is spoken of as a whole when it comes back. */
function Spoken() {
  const active = useActiveNote()
  const spoken = usePresenting((state) => state.spoken)
  useEffect(() => speakOnlyOf((note) => note === active || isShown(note)), [active])
  return [...spoken].map(([note, part]) => <SpokenIn key={note} note={note} part={part} />)
}

function SpokenIn({ note, part }: { note: NoteId; part: SpokenPart }) {
  useEffect(() => speakOf(note, part), [note, part])
  return null
}

/** What is spoken of in the active note, in the status bar, and the way out of the presentation. */
export function PresentStatus() {
  const t = useT()
  const active = useActiveNote()
  const isOn = usePresenting((state) => state.isOn)
  const section = usePresenting((state) => spokenIn(state, active)?.section)
  const sections = section === undefined ? [] : sectionsOf(active)
  return (
    <span role="status">
      {isOn ? (
        <StatusButton command="present.toggle" icon="device-camera-video">
          {section === undefined
            ? t('present.on')
            : t('present.section', {
                section: section + 1,
                of: sections.length,
                title: headingOf(sections[section]),
              })}
        </StatusButton>
      ) : null}
    </span>
  )
}
