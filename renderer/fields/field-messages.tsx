import type { Marker } from '../../shared/note/marker.ts'
import { messageText } from '../../shared/text/index.ts'
import { Icon } from '../base/icon.tsx'
import { useWhilePointerRests } from '../base/pointer-rest.ts'
import { useLanguage, useT } from '../base/use-t.ts'
import { MarkerActions, markerKey, ReadWords, severityIcons } from '../note-model/marker-parts.tsx'
import { useFieldContext } from './field-context.ts'

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
          key={markerKey(marker)}
          className="field-message"
          data-severity={marker.severity}
          data-rule={marker.rule}
        >
          <Icon name={severityIcons[marker.severity]} />
          <span className="visually-hidden">{t(`lists.severity.${marker.severity}`)}: </span>
          <span>{messageText(language, marker.message)}</span>
          {marker.reading === undefined ? null : <ReadWords reading={marker.reading} />}
          <MarkerActions marker={marker} run={runFix} />
        </li>
      ))}
    </ul>
  )
}
