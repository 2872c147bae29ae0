import { type PerformerActor, performerActors } from '../../shared/case/actors.ts'
import type { CasePerson } from '../../shared/case/case.ts'
import type { Performer } from '../../shared/case/rows.ts'
import { type Language, translate } from '../../shared/text/index.ts'
import type { ControlProps } from '../base/controls.tsx'
import { useLanguage, useT } from '../base/use-t.ts'
import { Combobox } from './combobox.tsx'
import { useFieldContext } from './field-context.ts'

/** Something that can be chosen for the one who performs: an actor, or a person of the case. */
export interface PerformerOption {
  text: string
  detail: string
  performer: Performer
}

/** What stands in the field for a performer: the name where there is one, else the actor's word. */
export function performerText(performer: Performer | undefined, language: Language): string {
  if (performer?.name !== undefined) return performer.name
  return performer?.actor === undefined ? '' : translate(language, `lists.actor.${performer.actor}`)
}

function isPerformer(role: CasePerson['role']): role is PerformerActor {
  return role !== 'forsakringskassan'
}

/**
 * Who can be chosen: the actors, and the persons of the case. Försäkringskassan is not offered; it can be
 * typed, and rule R1 then says where it belongs.
 */
export function performerOptions(persons: readonly CasePerson[], language: Language): PerformerOption[] {
  const actors = performerActors.map((actor) => ({
    text: translate(language, `lists.actor.${actor}`),
    detail: '',
    performer: { actor },
  }))
  const people = persons.flatMap(({ name, role, title }) =>
    isPerformer(role)
      ? [
          {
            text: name,
            detail: title ?? translate(language, `lists.actor.${role}`),
            performer: { actor: role, name },
          },
        ]
      : [],
  )
  return [...people, ...actors]
}

const same = (left: string, right: string) => left.trim().toLowerCase() === right.trim().toLowerCase()

/**
 * The performer that a typed text names: an option where it says the same, else a name. The kind of actor chosen
 * before is kept while a name is typed, so that "Hälso- och sjukvården" can become "Vårdcentralen Norr".
 */
export function performerOf(
  text: string,
  before: Performer | undefined,
  options: readonly PerformerOption[],
): Performer | undefined {
  if (text.trim() === '') return undefined
  const option = options.find((each) => same(each.text, text))
  if (option) return option.performer
  return before?.actor !== undefined && before.name !== undefined
    ? { actor: before.actor, name: text }
    : { name: text }
}

/** Who performs an insats: an actor, a person of the case, or what is typed. */
export function PerformerInput({ value, onChange, ...ties }: ControlProps<Performer>) {
  const t = useT()
  const language = useLanguage()
  const { details } = useFieldContext()
  const options = performerOptions(details.persons, language)
  return (
    <Combobox
      {...ties}
      value={performerText(value, language)}
      suggestions={options}
      placeholder={t('fields.performer.placeholder')}
      onChange={(text) => onChange(performerOf(text, value, options))}
      onChoose={({ performer }) => onChange(performer)}
    />
  )
}
