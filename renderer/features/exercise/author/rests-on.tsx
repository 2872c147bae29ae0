import { useId } from 'react'
import { rules, sourcesOf } from '../../../../shared/rules/index.ts'
import { citations, citationText } from '../../../../shared/sources/cite.ts'
import { SelectInput } from '../../../base/controls.tsx'
import { Labelled } from '../../../base/form-kit.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { ruleTitle } from '../../../note-model/rule-title.ts'

const ruleIds = [...new Set(rules.map(({ id }) => id))]

/** The rule that a remark follows from, where one says it. */
export function RuleField({ value, onChange }: { value: string; onChange: (rule: string) => void }) {
  const t = useT()
  return (
    <Labelled label={t('exercise.author.rule')} optional>
      {(ties) => (
        <SelectInput
          {...ties}
          value={value === '' ? undefined : value}
          empty={t('exercise.author.rule.none')}
          options={ruleIds.map((id) => ({ value: id, label: `${id} ${ruleTitle(t, id)}` }))}
          onChange={(rule = '') => onChange(rule)}
        />
      )}
    </Labelled>
  )
}

interface SourceProps {
  readonly value: string
  /** The rule that the remark follows from, whose sources come first. */
  readonly rule: string
  /** Sources that the note's template names. */
  readonly named: readonly string[]
  readonly onChange: (source: string) => void
}

/** What a remark rests on: one of the sources that the rule and the template name, or words of one's own, as a section of law. */
export function SourceField({ value, rule, named, onChange }: SourceProps) {
  const t = useT()
  const language = useLanguage()
  const listId = useId()
  const inWords = (source: string) =>
    citations(source)
      .map((cited) => citationText(cited, language))
      .join('; ')
  const words = inWords(value)
  const offered = [...new Set([...sourcesOf(rule), ...named])]
  return (
    <Labelled
      label={t('exercise.author.source')}
      hint={value === '' || words === value ? t('exercise.author.source.hint') : words}
      optional
    >
      {({ id, describedBy }) => (
        <>
          <input
            id={id}
            className="form-input"
            name="source"
            list={listId}
            value={value}
            autoComplete="off"
            spellCheck={false}
            aria-describedby={describedBy}
            onChange={(event) => onChange(event.target.value)}
          />
          <datalist id={listId}>
            {offered.map((source) => (
              <option key={source} value={source} label={inWords(source)} />
            ))}
          </datalist>
        </>
      )}
    </Labelled>
  )
}
