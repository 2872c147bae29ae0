import { Dialog } from '@base-ui/react/dialog'
import { Command as Cmdk } from 'cmdk'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { create } from 'zustand'
import { DialogPopup } from '../../base/dialog-popup.tsx'
import { Icon } from '../../base/icon.tsx'
import { openDialogOf } from '../../base/open-dialog.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import { hasPlace } from '../commands.ts'
import { useCommandContext, useRegistry } from '../context.ts'
import type { PaletteItem } from '../contribution.ts'
import { keyLabel, shownKey } from '../keybindings.ts'
import { usePreferences } from '../preferences.ts'
import { rank } from './rank.ts'
import '../../base/dialog.css'
import './palette.css'

interface PaletteState {
  readonly open: boolean
  readonly query: string
  /** What had the focus before the palette opened, and gets it back. */
  readonly before: Element | null
}

/** Whether the palette is open, and what is typed in it: a leading `>` means commands, otherwise cases and notes. */
export const usePalette = create<PaletteState>(() => ({ open: false, query: '', before: null }))

export function openPalette(query: string): void {
  // Opened anew before it has given the focus back, it still has it to give back.
  usePalette.setState(({ before }) => ({ open: true, query, before: before ?? document.activeElement }))
}

/** Whether nothing has the focus but what is closing: a key may have taken it elsewhere in the meantime, and there it stays. */
const isLeft = (focused: Element | null) =>
  focused === null ||
  focused === document.body ||
  (focused.closest('[role=dialog]') !== null && openDialogOf(focused) === null)

/** Closes the palette and returns the focus, even to what only a script can focus, such as an editor's pane. */
export function closePalette(): void {
  usePalette.setState({ open: false })
  requestAnimationFrame(() => {
    const { open, before } = usePalette.getState()
    if (open) return
    usePalette.setState({ before: null })
    if (before instanceof HTMLElement && before.isConnected && isLeft(document.activeElement)) before.focus()
  })
}

/** Every command that can run now, or could in another archive, by its title. */
export function useCommandItems(): readonly PaletteItem[] {
  const t = useT()
  const language = useLanguage()
  const workbench = useCommandContext()
  const { commands } = useRegistry()
  const chosen = usePreferences((state) => state.keys)
  return useMemo(() => {
    return [...commands.values()]
      .flatMap((command): PaletteItem | [] => {
        if (command.hidden === true || !hasPlace(command, workbench)) return []
        const refused = command.refused?.(workbench, {})
        if (refused !== undefined && refused.findable !== true) return []
        const title = t(command.title)
        const detail = command.category === undefined ? '' : t(command.category)
        const key = shownKey(command, chosen)
        return {
          id: command.id,
          title,
          detail: refused === undefined ? detail : refused.short,
          isRefused: refused !== undefined,
          icon: command.icon ?? 'chevron-right',
          texts: [title, detail],
          ...(key === undefined ? {} : { keys: keyLabel(key, language) }),
          run: () => workbench.runCommand(command.id),
        }
      })
      .toSorted((a, b) => a.title.localeCompare(b.title, language))
  }, [commands, language, t, workbench, chosen])
}

/** The most entries shown; more typing narrows them down. */
const MOST = 60

/** While the palette is open, the keys that open it switch between commands and cases; while it is closing they open it anew. */
function switchMode(event: KeyboardEvent<HTMLInputElement>): void {
  if (!usePalette.getState().open || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'p')
    return
  event.preventDefault()
  usePalette.setState({ query: event.shiftKey ? '>' : '' })
}

/** The command palette and quick open: one dialog, distinguished by a leading `>` as in VS Code. */
export function Palette() {
  const { open } = usePalette()
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  return (
    <Dialog.Root open={open} onOpenChange={(next) => next || closePalette()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="palette-backdrop" />
        <DialogPopup
          className="palette"
          aria-label={t('frame.palette.label')}
          initialFocus={() => input.current}
          finalFocus={false}
        >
          <PaletteList inputRef={input} />
        </DialogPopup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** Runs an entry once: while the palette is closing, a second Enter still comes to it. */
function run(item: PaletteItem): void {
  if (!usePalette.getState().open) return
  closePalette()
  // After the dialog has returned the focus, so that what the command focuses stays focused.
  requestAnimationFrame(item.run)
}

function PaletteList({ inputRef }: { inputRef: React.RefObject<HTMLInputElement | null> }) {
  const t = useT()
  const { query } = usePalette()
  const forCommands = query.startsWith('>')
  const commands = useCommandItems()
  const { items, isCurrent } = useRegistry().useOpenItems(forCommands ? undefined : query)
  const found = useMemo(
    () => (forCommands ? rank(query.slice(1), commands) : items).slice(0, MOST),
    [forCommands, query, commands, items],
  )
  const [chosen, setChosen] = useState('')
  const active = found.find((item) => item.id === chosen) ?? found[0]
  // What is shown may be of the letters before the last one, while the core looks.
  const isFound = forCommands || isCurrent
  const [entered, setEntered] = useState<string>()
  useEffect(() => {
    if (entered !== query || !isFound) return
    setEntered(undefined)
    if (active !== undefined) run(active)
  }, [entered, query, isFound, active])
  // Enter means the entry that is marked as this is drawn. The list binds its own answer to it after it has drawn, so an
  // Enter that comes right behind the last letter would find nothing there; where the core still looks, it waits for the answer.
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    switchMode(event)
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (!isFound) setEntered(query)
    else if (active !== undefined) run(active)
  }
  return (
    <Cmdk
      label={t('frame.palette.label')}
      shouldFilter={false}
      loop
      value={active?.id ?? ''}
      onValueChange={setChosen}
    >
      <Cmdk.Input
        ref={inputRef}
        className="form-input palette-input"
        placeholder={t('frame.palette.placeholder')}
        value={query}
        onKeyDown={onKeyDown}
        onValueChange={(next) => {
          setChosen('')
          setEntered(undefined)
          usePalette.setState({ query: next })
        }}
      />
      <Cmdk.List className="palette-list" label={t('frame.palette.results')}>
        <Cmdk.Empty className="palette-empty">
          {isFound ? t(forCommands ? 'frame.palette.noCommands' : 'frame.palette.nothing') : null}
        </Cmdk.Empty>
        {found.map((item) => (
          <Cmdk.Item
            key={item.id}
            value={item.id}
            className="palette-item"
            data-refused={item.isRefused === true || undefined}
            onSelect={() => run(item)}
          >
            <span className="palette-icon" data-tone={item.tone}>
              <Icon name={item.icon} />
            </span>
            <span className="palette-title">{item.title}</span>
            <span className="palette-detail">{item.detail}</span>
            {item.keys === undefined ? null : <kbd>{item.keys}</kbd>}
          </Cmdk.Item>
        ))}
      </Cmdk.List>
    </Cmdk>
  )
}
