import type { FieldId } from '../../fields/base.ts'
import type { FieldFix, Finding, Severity } from '../../fields/place.ts'
import { message, type TextKey } from '../../text/index.ts'
import type { MessageParams } from '../../text/message.ts'
import type { Fix, Marker, Where } from '../marker.ts'
import type { Note } from '../note.ts'

/** A marker; `related` and `fixes` are empty unless given. */
export function marker(
  rule: string,
  severity: Severity,
  [key, params]: readonly [TextKey, MessageParams],
  where: Where,
  extras: Partial<Pick<Marker, 'related' | 'fixes'>> = {},
): Marker {
  return { rule, severity, message: message(key, params), where, related: [], fixes: [], ...extras }
}

/** A fix that leads the user to where the problem is solved. */
export function goTo(key: TextKey, where: Where, params?: MessageParams): Fix {
  return { kind: 'go-to', title: message(key, params), where }
}

/** A fix of one field's answer as the user can run it. */
export function editFix(field: FieldId, { title, value }: FieldFix): Fix {
  return { kind: 'edit', title, changes: [value === undefined ? { field } : { field, value }] }
}

/** What is wrong with the answer to a field of a note, as a marker. */
export function fieldMarker(note: Note['id'], field: FieldId, finding: Finding): Marker {
  const { rule, severity, message: words, row, column, fixes } = finding
  const where = {
    note,
    field,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
  }
  return {
    rule,
    severity,
    message: words,
    where,
    related: [],
    fixes: fixes.map((fix) => editFix(field, fix)),
  }
}
