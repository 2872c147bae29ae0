import type { KeyboardEvent } from 'react'
import type { Severity } from '../../shared/fields/place.ts'
import type { Fix, Marker, MarkerReading } from '../../shared/note/marker.ts'
import { sourcesOf } from '../../shared/rules/index.ts'
import { messageText } from '../../shared/text/index.ts'
import { Icon } from '../base/icon.tsx'
import { useLanguage, useT } from '../base/use-t.ts'
import { useWorkbench } from '../workbench/context.ts'
import './marker-parts.css'

export const severityIcons: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'info' }

/** Tells a marker from the others of its note, for as long as it stands. */
export function markerKey({ rule, message, where, reading }: Marker): string {
  return `${rule} ${message.key} ${JSON.stringify(where)} ${reading?.sentence ?? ''}`
}

/** A sentence in parts, every second one words that were read. */
function partsOf({ words, sentence }: MarkerReading): string[] {
  const parts = words.reduce<string[]>(
    (done, word) => {
      const rest = done.at(-1) ?? ''
      const at = rest.indexOf(word)
      return at < 0 ? done : [...done.slice(0, -1), rest.slice(0, at), word, rest.slice(at + word.length)]
    },
    [sentence],
  )
  return parts
}

/** What a rule read so: the sentence as a quotation, its words emphasised. */
export function ReadWords({ reading }: { reading: MarkerReading }) {
  const t = useT()
  return (
    <span className="read-words">
      {t('notes.readAs')}{' '}
      <q lang="sv">
        {partsOf(reading).map((part, index) =>
          // A part has no name but its place.
          index % 2 === 1 ? <strong key={index.toString()}>{part}</strong> : part,
        )}
      </q>
    </span>
  )
}

interface ActionsProps {
  marker: Marker
  run: (fix: Fix) => void
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
}

/** What can be done about a problem: its fixes, and the way to what its rule rests on. */
export function MarkerActions({ marker: { rule, fixes }, run, onKeyDown }: ActionsProps) {
  const t = useT()
  const language = useLanguage()
  const { runCommand } = useWorkbench()
  return (
    <>
      {fixes.map((fix) => (
        <button
          key={JSON.stringify(fix.title)}
          type="button"
          className="button-fix"
          onKeyDown={onKeyDown}
          onClick={() => run(fix)}
        >
          <Icon name={fix.kind === 'object' || fix.kind === 'withdraw' ? 'comment' : 'lightbulb'} />
          {messageText(language, fix.title)}
        </button>
      ))}
      {sourcesOf(rule).length === 0 ? null : (
        <button
          type="button"
          className="link-button marker-source"
          aria-label={t('notes.sourceOf', { rule })}
          onKeyDown={onKeyDown}
          onClick={() => runCommand('sources.open', { reference: rule })}
        >
          {t('notes.source')}
        </button>
      )}
    </>
  )
}
