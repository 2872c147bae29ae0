import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { menuTemplate } from '../../../main/electron/menu.ts'
import { menuSchema } from '../../../shared/host/menu.ts'

describe('the menu that the page sends', () => {
  test('a click gives the command’s id back', () => {
    const onCommand = vi.fn()
    const menu = menuSchema.parse([
      {
        title: 'Anteckning',
        items: [
          { type: 'command', command: 'note.sign', title: 'Journalför', accelerator: 'CmdOrCtrl+Enter' },
          { type: 'separator' },
          { type: 'role', role: 'copy', title: 'Kopiera' },
        ],
      },
    ])
    const [top] = menuTemplate(menu, onCommand)
    expect(top?.submenu).toMatchObject([
      { label: 'Journalför', accelerator: 'CmdOrCtrl+Enter', registerAccelerator: false, enabled: true },
      { type: 'separator' },
      { role: 'copy', label: 'Kopiera' },
    ])
    const items = z
      .array(z.looseObject({ click: z.function({ input: [], output: z.void() }).optional() }))
      .parse(top?.submenu)
    items[0]?.click?.()
    expect(onCommand).toHaveBeenCalledExactlyOnceWith('note.sign')
  })

  test.each([
    [
      'a role that reaches beyond editing',
      [{ title: 'A', items: [{ type: 'role', role: 'toggleDevTools', title: 'x' }] }],
    ],
    [
      'a command id that is none',
      [{ title: 'A', items: [{ type: 'command', command: '../x y', title: 'x' }] }],
    ],
    ['a key of another kind', [{ title: 'A', items: [{ type: 'separator', click: 'alert(1)' }] }]],
    ['no title', [{ title: '', items: [] }]],
    [
      'an accelerator with other text in it',
      [{ title: 'A', items: [{ type: 'command', command: 'a', title: 'x', accelerator: '<img>' }] }],
    ],
    ['something else', 'meny'],
  ])('is refused with %s', (_, menu) => expect(menuSchema.safeParse(menu).success).toBe(false))
})
