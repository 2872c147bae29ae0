import { Menu } from '@base-ui/react/menu'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { focusFirstItem } from '../../../../renderer/base/menu-focus.ts'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

test('the first item of a menu has the focus as soon as it is drawn', async () => {
  // No frame follows: a slow machine takes the next key before it.
  vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0)
  await act(async () => {
    render(
      <Menu.Root open>
        <Menu.Portal>
          <Menu.Positioner>
            <Menu.Popup ref={focusFirstItem}>
              <Menu.Item>Comment</Menu.Item>
              <Menu.Item>Copy</Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>,
    )
  })
  expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Comment' }))
})
