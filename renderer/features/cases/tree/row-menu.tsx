import { ContextMenu } from '@base-ui/react/context-menu'
import type { RefObject } from 'react'
import type { TextKey } from '../../../../shared/text/index.ts'
import { useT } from '../../../base/use-t.ts'
import { useRefusal } from '../../../workbench/command-button.tsx'
import { useRegistry, useWorkbench } from '../../../workbench/context.ts'
import { useKeyLabel } from '../../../workbench/keybindings.ts'
import type { TreeRow } from './rows.ts'
import '../../../base/dialog.css'

/** What can be done with the row that was clicked; the same commands as in the palette and in the case. */
export function RowMenu(props: { row: TreeRow | undefined; container: RefObject<HTMLElement | null> }) {
  const { row, container } = props
  return (
    <ContextMenu.Portal container={container}>
      <ContextMenu.Positioner className="menu-positioner" positionMethod="fixed">
        <ContextMenu.Popup className="menu-popup">
          {row?.kind === 'case' ? <CaseItems row={row} /> : null}
          {row?.kind === 'note' ? <NoteItems row={row} /> : null}
        </ContextMenu.Popup>
      </ContextMenu.Positioner>
    </ContextMenu.Portal>
  )
}

function CaseItems({ row }: { row: Extract<TreeRow, { kind: 'case' }> }) {
  const { editors } = useWorkbench()
  return (
    <>
      <Item title="cases.open" onSelect={() => editors.open({ type: 'case', caseId: row.id })} />
      {['note.create-in-case', 'case.edit', 'case.export', 'package.make'].map((command) => (
        <CommandItem key={command} command={command} caseId={row.id} />
      ))}
    </>
  )
}

function NoteItems({ row }: { row: Extract<TreeRow, { kind: 'note' }> }) {
  const { editors } = useWorkbench()
  const { id: noteId, caseId } = row.note
  return (
    <>
      <Item title="cases.open" onSelect={() => editors.open({ type: 'note', noteId, caseId })} />
      <Item
        title="cases.openBeside"
        onSelect={() => editors.open({ type: 'note', noteId, caseId }, { split: 'right' })}
      />
      <Item
        title="cases.openJournal"
        onSelect={() => editors.open({ type: 'journal', noteId, caseId }, { split: 'right' })}
      />
      <CommandItem command="note.create-in-case" caseId={caseId} />
    </>
  )
}

function CommandItem({ command, caseId }: { command: string; caseId: string }) {
  const { runCommand } = useWorkbench()
  const found = useRegistry().commands.get(command)
  const refused = useRefusal(found, { caseId })
  const key = useKeyLabel(command)
  if (found === undefined) return null
  return (
    <Item
      title={found.title}
      keys={refused?.short ?? key}
      why={refused?.why}
      onSelect={() => runCommand(command, { caseId })}
    />
  )
}

function Item(props: {
  title: TextKey
  keys?: string | undefined
  why?: string | undefined
  onSelect: () => void
}) {
  const t = useT()
  return (
    <ContextMenu.Item
      className="menu-item"
      disabled={props.why !== undefined}
      title={props.why}
      onClick={props.onSelect}
    >
      <span>{t(props.title)}</span>
      {props.keys === undefined ? null : <span className="menu-key">{props.keys}</span>}
    </ContextMenu.Item>
  )
}
