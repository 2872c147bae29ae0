import { Menu } from '@base-ui/react/menu'
import { memo, useState } from 'react'
import { exportFormats } from '../../shared/journal/entry.ts'
import { type NoteVerb, noteVerbs } from '../../shared/note/lifecycle.ts'
import type { StoredNote } from '../../shared/note/note.ts'
import type { TextKey } from '../../shared/text/index.ts'
import { mayExport, usePolicies } from '../api/policies.ts'
import { useT } from '../base/use-t.ts'
import { useRegistry, useWorkbench } from '../workbench/context.ts'
import '../base/dialog.css'
import { Icon } from '../base/icon.tsx'
import { useKeyLabel } from '../workbench/keybindings.ts'
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
  const t = useT()
  const workbench = useWorkbench()
  const found = useRegistry().commands.get(command)
  const key = useKeyLabel(command)
  if (!found) return null
  return (
    <button
      type="button"
      className={primary === true ? 'button button-primary' : 'button'}
      title={key === undefined ? undefined : `${t(found.title)} (${key})`}
      onClick={() => workbench.runCommand(command, { noteId: note.id, caseId: note.caseId })}
    >
      <Icon name={found.icon ?? 'circle'} />
      {t(text ?? found.title)}
    </button>
  )
}

/** The steps that can be taken with a note as it stands: the one that leads on is the first. */
function StepActions({ note }: { note: StoredNote }) {
  const stepRefusal = useSteps(note)
  const offered = noteVerbs.filter((verb) => stepRefusal(verb) === undefined)
  const first = leadsOn.find((verb) => offered.includes(verb))
  return leadsOn
    .filter((verb) => offered.includes(verb))
    .map((verb) => <Action key={verb} command={stepCommands[verb]} note={note} primary={verb === first} />)
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
        <Menu.Trigger className="button">
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
                  disabled={!mayExport(policies, format)}
                  onClick={() =>
                    workbench.runCommand(`note.export.${format}`, {
                      noteId: note.id,
                      caseId: note.caseId,
                      ...(withComments ? { comments: 'true' } : {}),
                    })
                  }
                >
                  {t(`notes.export.${format}`)}
                  {mayExport(policies, format) ? null : (
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
