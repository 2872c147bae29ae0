import { useEffect, useRef } from 'react'
import type { SpeakerNotes } from '../../../../shared/training/speaker.ts'
import { useWorkbench } from '../../../workbench/context.ts'
import { type SpeakerLine, speakerLine } from './channel.ts'
import { useSpeakerNotes } from './use-notes.ts'

/** Tells the window of speaker's notes what is spoken of, and steps when it says so. It is told when all is over. */
export function useSpeaker(): void {
  const notes = useSpeakerNotes()
  const { runCommand } = useWorkbench()
  const latest = useRef<SpeakerNotes>(notes)
  const line = useRef<SpeakerLine>(undefined)
  useEffect(() => {
    const opened = speakerLine((message) => {
      if (message.type === 'hello') opened.say(latest.current)
      if (message.type === 'scene') runCommand('scene.next')
      if (message.type === 'step') runCommand(message.by === 1 ? 'present.next' : 'present.previous')
    })
    line.current = opened
    const over = () => opened.say({ type: 'over' })
    window.addEventListener('pagehide', over)
    return () => {
      window.removeEventListener('pagehide', over)
      over()
      opened.close()
    }
  }, [runCommand])
  useEffect(() => {
    latest.current = notes
    line.current?.say(notes)
  }, [notes])
}
