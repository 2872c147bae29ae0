import { recorded } from '../../../workbench/keys/recorded.ts'
import { isMac, type KeyEvent, strokeLabel } from '../../../workbench/keys/stroke.ts'

/** A passphrase is never shown, not even by how many keys it takes; one that is being read stays a passphrase. */
const SECRET = 'input[type=password], input[autocomplete$=password]'
const WRITES = 'input, textarea, select, [contenteditable=true]'

/** The words for a press of keys, as the audience reads them; undefined where it is shown where it is written, or to nobody. */
export function strokeShown(
  event: KeyEvent & Pick<Event, 'target'>,
  language: 'sv' | 'en',
): string | undefined {
  const target = event.target instanceof Element ? event.target : undefined
  if (target?.matches(SECRET)) return undefined
  const read = recorded(event)
  if (read.kind === 'stroke') return strokeLabel(read.stroke, isMac, language)
  if (read.kind === 'waiting' || read.why === 'altGr') return undefined
  const { key, shiftKey } = event
  if (key.length === 1 && target?.matches(WRITES)) return undefined
  return strokeLabel({ ctrl: false, meta: false, alt: false, shift: shiftKey, key }, isMac, language)
}
