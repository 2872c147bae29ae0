import { Menu } from '@base-ui/react/menu'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../../base/icon.tsx'
import { focusBack, focusFirstItem } from '../../base/menu-focus.ts'
import { useT } from '../../base/use-t.ts'
import { useArchive, useWorkbench } from '../../workbench/context.ts'
import { useKeyLabel } from '../../workbench/keybindings.ts'
import { mayDo } from './actions.ts'
import { useSelected } from './selection.ts'
import '../../base/dialog.css'

interface Place {
  readonly x: number
  readonly y: number
}

/** Where the menu opens: at the pointer, or at the selected words where a key has asked for it. */
function placeAt(event: MouseEvent): Place {
  if (event.clientX !== 0 || event.clientY !== 0) return { x: event.clientX, y: event.clientY }
  const box = document.activeElement?.getBoundingClientRect()
  return { x: box?.left ?? 0, y: box?.top ?? 0 }
}

/**
 * The menu over words that are selected in a note. Over anything else the menu is the system's, and so it is over a word that a
 * press selects by itself, as one that the speller does not know.
 */
export function SelectionMenu() {
  const t = useT()
  const { runCommand } = useWorkbench()
  const mayComment = mayDo(useArchive(), 'comment')
  const key = useKeyLabel('comments.add')
  const [place, setPlace] = useState<Place>()
  const before = useRef<Element | null>(null)
  useEffect(() => {
    if (!mayComment) return undefined
    let wasSelected = false
    const onPointerDown = () => {
      wasSelected = useSelected.getState().selected !== undefined
    }
    const onKeyDown = onPointerDown
    const onMenu = (event: MouseEvent) => {
      const { selected } = useSelected.getState()
      const isOver = event.target instanceof Node && selected?.element.contains(event.target) === true
      if (!wasSelected || !isOver) return
      event.preventDefault()
      before.current = document.activeElement
      setPlace(placeAt(event))
    }
    document.addEventListener('pointerdown', onPointerDown, { capture: true })
    document.addEventListener('keydown', onKeyDown, { capture: true })
    document.addEventListener('contextmenu', onMenu)
    return () => {
      document.removeEventListener('pointerdown', onPointerDown, { capture: true })
      document.removeEventListener('keydown', onKeyDown, { capture: true })
      document.removeEventListener('contextmenu', onMenu)
    }
  }, [mayComment])
  if (place === undefined) return null
  const close = () => {
    setPlace(undefined)
    focusBack(before.current)
  }
  const box = new DOMRect(place.x, place.y)
  return (
    <Menu.Root open onOpenChange={(open) => open || close()}>
      <Menu.Portal>
        <Menu.Positioner
          className="menu-positioner"
          anchor={{ getBoundingClientRect: () => box }}
          side="bottom"
          align="start"
        >
          <Menu.Popup
            ref={focusFirstItem}
            className="menu-popup"
            aria-label={t('comments.menu')}
            finalFocus={false}
          >
            <Menu.Item className="menu-item" onClick={() => runCommand('comments.add')}>
              <Icon name="comment" />
              {t('comments.command.add')}
              {key === undefined ? null : <span className="menu-key">{key}</span>}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
