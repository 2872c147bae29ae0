import { type Localized, message, type TextKey, translate } from '../../text/index.ts'
import type { Fix, Marker, Severity, Where } from '../marker.ts'

export type Params = NonNullable<Parameters<typeof message>[1]>

/** A marker; `related` and `fixes` are empty unless given. */
export function marker(
  rule: string,
  severity: Severity,
  [key, params]: readonly [TextKey, Params],
  where: Where,
  extras: Partial<Pick<Marker, 'related' | 'fixes'>> = {},
): Marker {
  return { rule, severity, message: message(key, params), where, related: [], fixes: [], ...extras }
}

/** A fix that leads the user to where the problem is solved. */
export function goTo(key: TextKey, where: Where, params?: Params): Fix {
  return { kind: 'go-to', title: message(key, params), where }
}

/** A text of the interface in both languages, to be put into a message. */
export function localized(key: TextKey, params?: Params): Localized {
  return { sv: translate('sv', key, params), en: translate('en', key, params) }
}
