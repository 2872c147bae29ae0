import { useT } from '../../base/use-t.ts'
import { useCommandContext, useRegistry } from '../context.ts'
import { useKeyLabel } from '../keybindings/use-key-label.ts'
import { canRun } from '../services/commands.ts'

const shown = [
  'case.new',
  'note.create',
  'frame.quickOpen',
  'frame.palette',
  'frame.toggleSideBar',
  'help.start',
]

/** What stands where no editor is open: the main commands and their keys. */
export function Watermark() {
  const t = useT()
  return (
    <div className="watermark">
      <div>
        <h1 className="watermark-lead">{t('frame.watermark')}</h1>
        <ul className="watermark-list">
          {shown.map((id) => (
            <WatermarkCommand key={id} id={id} />
          ))}
        </ul>
      </div>
    </div>
  )
}

function WatermarkCommand({ id }: { id: string }) {
  const t = useT()
  const workbench = useCommandContext()
  const command = useRegistry().commands.get(id)
  const key = useKeyLabel(id)
  if (command === undefined || !canRun(command, workbench)) return null
  return (
    <li>
      <button type="button" className="watermark-command" onClick={() => workbench.runCommand(id)}>
        <span>{t(command.title)}</span>
        {key === undefined ? null : <kbd>{key}</kbd>}
      </button>
    </li>
  )
}
