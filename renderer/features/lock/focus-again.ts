import { z } from 'zod'
import { noteIdSchema } from '../../../shared/case/ids.ts'
import { fieldIdSchema } from '../../../shared/fields/base.ts'
import type { Client } from '../../api/use-client.ts'
import { noteServices } from '../../note-model/services.ts'

const KEY = 'klarlagt.focus'
const focusSchema = z.object({ note: noteIdSchema, field: fieldIdSchema }).nullable()

/** Keeps where the focus is, for the window that opens the archive again: the ids of a note and its field, and nothing else. */
export function keepFocus(client: Client): void {
  sessionStorage.setItem(KEY, JSON.stringify(noteServices(client).focused.get() ?? null))
}

/** Puts the focus back where it was. `nowhere`: the archive was locked with no field focused. `not-locked`: nothing to do. */
export function focusAgain(client: Client): 'field' | 'nowhere' | 'not-locked' {
  const kept = sessionStorage.getItem(KEY)
  if (kept === null) return 'not-locked'
  sessionStorage.removeItem(KEY)
  const { data } = focusSchema.safeParse(JSON.parse(kept))
  if (!data) return 'nowhere'
  noteServices(client).goTo.set({ note: data.note, where: data })
  return 'field'
}
