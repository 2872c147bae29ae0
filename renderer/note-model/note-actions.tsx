import { Menu } from '@base-ui/react/menu'
import { memo, useState } from 'react'
import { exportFormats } from '../../shared/journal/entry.ts'
import { type NoteVerb, noteVerbs } from '../../shared/note/lifecycle.ts'
import type { StoredNote } from '../../shared/note/note.ts'
import type { TextKey } from '../../shared/text/index.ts'
import type { TourMark } from '../../shared/training/tour.ts'
import { mayExport, usePolicies } from '../api/policies.ts'
import { useT } from '../base/use-t.ts'
import { CommandButton } from '../workbench/command-button.tsx'
import { useCommandContext, useWorkbench } from '../workbench/context.ts'
import { refusedWithout } from './may.ts'
import '../base/dialog.css'
import { Icon } from '../base/icon.tsx'
import { useReceived } from './received.ts'
import { stepCommands } from './review/step-commands.ts'
import { useSteps } from './review/steps.ts'

/** The steps as they are offered, what leads on before what goes back. */
const leadsOn: readonly NoteVerb[] = [
  'godkann',
  'journalfor',
  'lamna-in',
  'aterlamna',
  'ta-tillbaka',
  'las',
  'las-upp',
]

interface ActionProps {
  command: string
  note: StoredNote
  /** Shorter than the command's own title. */
  text?: TextKey
  primary?: boolean
}

function Action({ command, note, text, primary }: ActionProps) {
  const args = { noteId: note.id, caseId: note.caseId }
  return (
    <CommandButton
      command={command}
      args={args}
      {...(text === undefined ? {} : { text })}
      primary={primary === true}
    />
  )
}

/** The steps that can be taken with a note as it stands: the one that leads on is the first. */
function StepActions({ note }: { note: StoredNote }) {
  const stepRefusal = useSteps(note)
  const received = useReceived(note.caseId) !== undefined
  // What is received is decided about, and signed where it was written.
  const offered = noteVerbs.filter(
    (verb) => stepRefusal(verb) === undefined && !(received && verb === 'journalfor'),
  )
  const first = leadsOn.find((verb) => offered.includes(verb))
  return (
    <>
      {leadsOn
        .filter((verb) => offered.includes(verb))
        .map((verb) => (
          <Action key={verb} command={stepCommands[verb]} note={note} primary={verb === first} />
        ))}
      {stepRefusal('godkann') === 'own-note' ? <Action command={stepCommands.godkann} note={note} /> : null}
    </>
  )
}

/** What is done with a note, as buttons; each is a command with its key. `reading`: only what is done with its text. */
export const NoteActions = memo(function NoteActions({
  note,
  reading = false,
}: {
  note: StoredNote
  reading?: boolean
}) {
  const t = useT()
  const workbench = useWorkbench()
  const policies = usePolicies()
  const refused = refusedWithout('export')(useCommandContext(), {})
  // Asked for anew each time: comments never come out by an old choice.
  const [withComments, setWithComments] = useState(false)
  return (
    <div className="note-actions" role="toolbar" aria-label={t('notes.actions')}>
      {reading ? null : <StepActions note={note} />}
      {note.status === 'utkast' && !reading ? (
        <Action command="note.preview" note={note} text="notes.action.preview" />
      ) : null}
      <Action command="note.copyJournal" note={note} />
      {note.status === 'journalford' && !note.annulled && !reading ? (
        <>
          <Action command="note.correct" note={note} text="amend.action.correct" />
          <Action command="note.add" note={note} text="amend.action.add" />
          <Action command="note.annul" note={note} text="amend.action.annul" />
        </>
      ) : null}
      <Menu.Root onOpenChange={(open) => open && setWithComments(false)}>
        <Menu.Trigger className="button" data-mark={'export' satisfies TourMark}>
          <Icon name="export" />
          {t('notes.export')}
          <Icon name="chevron-down" />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className="menu-positioner" sideOffset={2} align="start">
            <Menu.Popup className="menu-popup">
              <Menu.CheckboxItem
                className="menu-item"
                checked={withComments}
                onCheckedChange={setWithComments}
                closeOnClick={false}
              >
                {t('comments.export')}
                <Menu.CheckboxItemIndicator keepMounted>
                  <Icon name={withComments ? 'check' : 'blank'} />
                </Menu.CheckboxItemIndicator>
              </Menu.CheckboxItem>
              <Menu.Separator className="menu-separator" />
              {exportFormats.map((format) => (
                <Menu.Item
                  key={format}
                  className="menu-item"
                  disabled={refused !== undefined || !mayExport(policies, format)}
                  title={refused?.why}
                  onClick={() =>
                    workbench.runCommand(`note.export.${format}`, {
                      noteId: note.id,
                      caseId: note.caseId,
                      ...(withComments ? { comments: 'true' } : {}),
                    })
                  }
                >
                  {t(`notes.export.${format}`)}
                  {refused !== undefined ? (
                    <span className="menu-key">{refused.short}</span>
                  ) : mayExport(policies, format) ? null : (
                    <span className="menu-key">{t('policies.governed.short')}</span>
                  )}
                </Menu.Item>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  )
})
