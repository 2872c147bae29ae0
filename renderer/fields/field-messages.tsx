import type { Severity } from '../../shared/fields/place.ts'
import type { Marker } from '../../shared/note/marker.ts'
import { messageText } from '../../shared/text/index.ts'
import { Icon } from '../base/icon.tsx'
import { useWhilePointerRests } from '../base/pointer-rest.ts'
import { useLanguage, useT } from '../base/use-t.ts'
import { useFieldContext } from './field-context.ts'

export const severityIcons: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'info' }

/** The problems of a field, below it, each with what mends it. */
export function FieldMessages({ id, markers: found }: { id: string; markers: readonly Marker[] }) {
  const markers = useWhilePointerRests(found)
  const t = useT()
  const language = useLanguage()
  const { runFix } = useFieldContext()
  if (markers.length === 0) return null
  return (
    <ul className="field-messages" id={id}>
      {markers.map((marker) => (
        <li
          key={`${marker.rule} ${marker.message.key} ${JSON.stringify(marker.where)}`}
          className="field-message"
          data-severity={marker.severity}
          data-rule={marker.rule}
        >
          <Icon name={severityIcons[marker.severity]} />
          <span className="visually-hidden">{t(`lists.severity.${marker.severity}`)}: </span>
          <span>{messageText(language, marker.message)}</span>
          {marker.fixes.map((fix) => (
            <button
              key={JSON.stringify(fix.title)}
              type="button"
              className="field-fix"
              onClick={() => runFix(fix)}
            >
              <Icon name="lightbulb" />
              {messageText(language, fix.title)}
            </button>
          ))}
        </li>
      ))}
    </ul>
  )
}
