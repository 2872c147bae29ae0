import { z } from 'zod'

/** Menu items that the system itself knows how to do; none of them reaches a file, a page or the network. */
const menuRoles = ['cut', 'copy', 'paste', 'pasteAndMatchStyle', 'selectAll'] as const

const itemSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('command'),
    /** The id of one of the workbench's commands; a click sends it back. */
    command: z.string().regex(/^[a-z][\w.-]{0,99}$/i),
    title: z.string().min(1).max(200),
    /** As Electron writes it, e.g. `CmdOrCtrl+Shift+P`; shown beside the title, handled by the workbench. */
    accelerator: z
      .string()
      .regex(/^[\w+\-=.,;/\\'[\]`å-öÅ-Ö]{1,60}$/)
      .optional(),
    enabled: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('role'), role: z.enum(menuRoles), title: z.string().min(1).max(200) }),
  z.strictObject({ type: z.literal('separator') }),
])
export type MenuItem = z.infer<typeof itemSchema>

/** The application menu as the workbench sends it: titles in the reader's language, commands by id. */
export const menuSchema = z
  .array(z.strictObject({ title: z.string().min(1).max(100), items: z.array(itemSchema).max(100) }))
  .max(20)
export type Menu = z.infer<typeof menuSchema>
