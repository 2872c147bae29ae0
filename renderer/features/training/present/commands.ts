import type { NoteId } from '../../../../shared/case/ids.ts'
import { openSpeakerWindow } from '../../../api/host.ts'
import type { Command, Workbench } from '../../../workbench/contribution.ts'
import { refusedOutsideDemo } from '../demo-only.ts'
import { sectionsOf } from './sections.ts'
import {
  isPresenting,
  nextSection,
  speakFrom,
  spokenIn,
  startPresenting,
  stopPresenting,
  usePresenting,
} from './state.ts'

const category = 'present.category'
const refused = refusedOutsideDemo('present.refused')
const isOpen = ({ archive }: Workbench) => archive.state === 'open'

/** One section on, or back: by the keys of the clicker that speakers hold in their hand. */
function stepSection(note: NoteId, by: 1 | -1): void {
  const spoken = spokenIn(usePresenting.getState(), note)
  const section = nextSection(spoken?.section, by, sectionsOf(note).length)
  speakFrom(note, section === undefined ? undefined : { section })
}

/** Whoever writes moves about in the text by the same keys. */
const isWriting = () => document.activeElement?.closest('textarea, [contenteditable=true]') != null

const step = (by: 1 | -1): Pick<Command, 'category' | 'when' | 'leavesKey' | 'run'> => ({
  category,
  when: ({ activeEditor }) => isPresenting() && activeEditor?.type === 'note',
  leavesKey: isWriting,
  run: ({ activeEditor }) => {
    if (activeEditor?.type === 'note') stepSection(activeEditor.noteId, by)
  },
})

export const presentCommands: readonly Command[] = [
  {
    id: 'present.toggle',
    title: 'present.command.toggle',
    category,
    icon: 'device-camera-video',
    menu: 'view',
    when: isOpen,
    refused,
    run: () => (isPresenting() ? stopPresenting() : startPresenting()),
  },
  { id: 'present.next', title: 'present.command.next', keys: ['PageDown'], ...step(1) },
  { id: 'present.previous', title: 'present.command.previous', keys: ['PageUp'], ...step(-1) },
  {
    id: 'present.notes',
    title: 'present.command.notes',
    category,
    icon: 'book',
    menu: 'view',
    when: isOpen,
    refused,
    run: ({ notify, t }) => {
      if (!isPresenting()) startPresenting()
      if (!openSpeakerWindow()) notify(t('present.notes.blocked'), 'warning')
    },
  },
]
