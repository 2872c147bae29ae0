import { useEffect, useLayoutEffect } from 'react'
import { useT } from '../../../base/use-t.ts'
import { useActiveEditor } from '../../../workbench/context.ts'
import { editorId } from '../../../workbench/editor-input.ts'
import { putAway } from '../../../workbench/layout/layout-store.ts'
import { StatusButton } from '../../../workbench/status-bar.tsx'
import { KeyStrokes } from './key-strokes.tsx'
import { headingOf, sectionsShown, speakOf } from './sections.ts'
import { stopPresenting, usePresenting } from './state.ts'
import { useSceneSection } from './use-scene-section.ts'
import { useSpeaker } from './use-speaker.ts'
import './present.css'

/** The window while it presents: everything larger, the bars put away, keys shown. Nothing of it is stored. */
export function Presentation() {
  const isOn = usePresenting((state) => state.isOn)
  // An archive that is closed, or locked, takes its presentation with it.
  useEffect(() => stopPresenting, [])
  return isOn ? <Presenting /> : null
}

function Presenting() {
  const active = useActiveEditor()
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
  return (
    <>
      <Spoken key={active && editorId(active)} />
      <KeyStrokes />
    </>
  )
}

/** Marks what is spoken of in the active document; another one is spoken of as a whole until somebody steps into it. */
function Spoken() {
  const section = usePresenting((state) => state.section)
  useSceneSection()
  useEffect(() => () => usePresenting.setState({ section: undefined }), [])
  useEffect(() => speakOf(section), [section])
  return null
}

/** What is spoken of, in the status bar, and the way out of the presentation. */
export function PresentStatus() {
  const t = useT()
  const { isOn, section } = usePresenting()
  const sections = section === undefined ? [] : sectionsShown()
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
