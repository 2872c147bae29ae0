import type { KeyboardEvent } from 'react'
import {
  type Edited,
  withCopy,
  withMoved,
  withNewColumn,
  withNewField,
  withNewSection,
  withoutPart,
} from '../../../../shared/studio/edit.ts'
import { type JsonPath, pathKey } from '../../../../shared/studio/json-path.ts'
import { namingsOf } from '../../../../shared/studio/namings.ts'
import { shownWords } from '../../../../shared/studio/text.ts'
import { partsOf } from '../../../../shared/studio/working.ts'
import type { PluralKey, TextKey } from '../../../../shared/text/index.ts'
import type { IconName } from '../../../base/icon.tsx'
import { dismissSaying } from '../../../base/toasts.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { useWorkbench } from '../../../workbench/context.ts'
import type { CopySession } from '../session/copy-session.ts'
import { useStudio } from '../studio-context.ts'

/** What can be done with the part that one is at. */
export function usePartActions(at: JsonPath) {
  const t = useT()
  const language = useLanguage()
  const { session, working, isHeld } = useStudio()
  const { notify } = useWorkbench()
  const run = (edit: () => Edited) => () => {
    if (isHeld) return
    const { working: next, at: to } = edit()
    session.edit(next, to)
  }
  return {
    addField: run(() => withNewField(working, at, 'text')),
    addColumn: run(() => withNewColumn(working, at)),
    addSection: run(() => withNewSection(working, at)),
    copy: run(() => withCopy(working, at)),
    up: run(() => withMoved(working, at, -1)),
    down: run(() => withMoved(working, at, 1)),
    remove: () => {
      if (isHeld || at.length === 0) return
      const count = namingsOf(working, at).length
      const part = partsOf(working).find((each) => pathKey(each.path) === pathKey(at))
      run(() => withoutPart(working, at))()
      const name = part === undefined ? '' : shownWords(part.label, language) || part.id
      const words = count === 0 ? t('studio.removed', { name }) : t('studio.removedNamed', { name, count })
      notify(words, 'info', [{ title: t('studio.undo'), run: session.undo }])
      onNextChange(session, () => dismissSaying(words))
    },
  }
}

/** When the content is another than it is now: what was offered to be undone is then no longer what undoing takes back. */
function onNextChange(session: CopySession, run: () => void): void {
  const { now } = session.state().content
  const stop = session.onChange(() => {
    if (Object.is(session.state().content.now, now)) return
    stop()
    run()
  })
}

/** What is done with a part: in the toolbar, and by keys in the list. */
interface PartTool {
  readonly action: keyof ReturnType<typeof usePartActions>
  readonly label: Exclude<TextKey, PluralKey>
  readonly icon: IconName
  /** As `event.key` says it after the modifiers. */
  readonly keys?: string
  /** What of: of the template itself too, of its parts, or of those alone that have columns. */
  readonly of: 'all' | 'parts' | 'groups'
}

export const partTools: readonly PartTool[] = [
  { action: 'addField', label: 'studio.addField', icon: 'add', keys: 'Ctrl+Enter', of: 'all' },
  { action: 'addColumn', label: 'studio.addColumn', icon: 'split-horizontal', of: 'groups' },
  {
    action: 'addSection',
    label: 'studio.addSection',
    icon: 'new-folder',
    keys: 'Ctrl+Shift+Enter',
    of: 'all',
  },
  { action: 'copy', label: 'studio.copy', icon: 'copy', keys: 'Alt+Shift+ArrowDown', of: 'parts' },
  { action: 'up', label: 'studio.up', icon: 'arrow-up', keys: 'Alt+ArrowUp', of: 'parts' },
  { action: 'down', label: 'studio.down', icon: 'arrow-down', keys: 'Alt+ArrowDown', of: 'parts' },
  { action: 'remove', label: 'studio.remove', icon: 'trash', keys: 'Delete', of: 'parts' },
]

/** A stroke as the table above has it. */
export const strokeOf = ({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent) =>
  [ctrlKey || metaKey ? 'Ctrl' : '', altKey ? 'Alt' : '', shiftKey ? 'Shift' : '', key]
    .filter((part) => part !== '')
    .join('+')
