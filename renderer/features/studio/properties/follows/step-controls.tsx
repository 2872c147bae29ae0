import type { Json, Value } from '../../../../../shared/fields/json.ts'
import { isObject } from '../../../../../shared/fields/json.ts'
import type { FollowField, FollowOption } from '../../../../../shared/studio/follow-fields.ts'
import { type JsonPath, jsonAt, listAt, pathKey } from '../../../../../shared/studio/json-path.ts'
import type { StepControl } from '../../../../../shared/studio/step-controls.ts'
import { inLanguage, isTextKey } from '../../../../../shared/text/index.ts'
import { type Translate, useLanguage, useT } from '../../../../base/use-t.ts'
import { ToolButton } from '../../tool-button.tsx'
import { nameIn, wordsOfValue } from '../member-words.ts'
import { type PickedOption, Picker } from '../picker.tsx'

interface ControlsProps {
  readonly step: Json
  readonly controls: readonly StepControl[]
  readonly pick: (path: JsonPath, value: Value) => void
  readonly isHeld: boolean
}

/** What a step asks for, in the order it is picked. */
export function StepControls({ controls, ...props }: ControlsProps) {
  return controls.map((control) => <Control key={pathKey(control.path)} control={control} {...props} />)
}

type Props<As extends StepControl['as']> = Omit<ControlsProps, 'controls'> & {
  readonly control: Extract<StepControl, { as: As }>
}

function Control({ control, ...props }: Props<StepControl['as']>) {
  switch (control.as) {
    case 'field':
      return <FieldPick control={control} {...props} />
    case 'fields':
      return <FieldsPick control={control} {...props} />
    case 'type':
      return <TypePick control={control} {...props} />
    case 'mark':
      return <MarkPick control={control} {...props} />
    case 'flag':
      return <FlagPick control={control} {...props} />
    case 'values':
      return <ValuesPick control={control} {...props} />
    case 'map':
      return <MapPick control={control} {...props} />
    case 'parts':
      return <PartsPick control={control} {...props} />
  }
}

/** What a member of a step is called: by its place, where a list of two says first and second. */
function wordsOf(t: Translate, path: JsonPath): string {
  const last = path.at(-1)
  const key = `studio.follow.member.${typeof last === 'number' ? `${nameIn(path)}${last}` : nameIn(path)}`
  return isTextKey(key) ? t(key, { count: 0 }) : nameIn(path)
}

const textAt = (step: Json, path: JsonPath): string => {
  const value = jsonAt(step, path)
  return typeof value === 'string' ? value : ''
}

/** Fields by their labels, with their ids, which tell those of one label apart. */
function useFieldOptions(fields: readonly FollowField[]): PickedOption[] {
  const language = useLanguage()
  return fields.map(({ id, label }) => ({ value: id, label: `${inLanguage(language, label)} (${id})` }))
}

function FieldPick({ control: { path, from }, step, pick }: Props<'field'>) {
  const t = useT()
  const options = useFieldOptions(from)
  return (
    <Picker
      label={wordsOf(t, path)}
      isShown
      value={textAt(step, path)}
      options={options}
      onPick={(id) => pick(path, id)}
    />
  )
}

/** Several fields, in the order that they are ticked. */
function FieldsPick({ control: { path, from }, step, pick, isHeld }: Props<'fields'>) {
  const t = useT()
  const chosen = listAt(step, path)
  const options = useFieldOptions(from)
  return (
    <Ticks
      label={wordsOf(t, path)}
      options={options}
      chosen={chosen}
      isHeld={isHeld}
      onChange={(values) => pick(path, values)}
    />
  )
}

function ValuesPick({ control: { path, from }, step, pick, isHeld }: Props<'values'>) {
  const t = useT()
  const options = useOptions(from)
  return (
    <Ticks
      label={wordsOf(t, path)}
      options={options}
      chosen={listAt(step, path)}
      isHeld={isHeld}
      onChange={(values) => pick(path, values)}
    />
  )
}

function useOptions(options: readonly FollowOption[]): PickedOption[] {
  const language = useLanguage()
  return options.map(({ value, label }) => ({ value, label: inLanguage(language, label) }))
}

interface TicksProps {
  readonly label: string
  readonly options: readonly PickedOption[]
  readonly chosen: readonly Json[]
  readonly isHeld: boolean
  readonly onChange: (values: Json[]) => void
}

function Ticks({ label, options, chosen, isHeld, onChange }: TicksProps) {
  const known = new Set(options.map(({ value }) => value))
  // What was picked before it went stays to be seen, and taken away.
  const gone = chosen.flatMap((value) =>
    typeof value === 'string' && !known.has(value) ? [{ value, label: value }] : [],
  )
  return (
    <fieldset className="studio-follow-ticks">
      <legend className="form-label form-label-small">{label}</legend>
      {[...options, ...gone].map((option) => (
        <label key={option.value} className="form-choice">
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            disabled={isHeld}
            onChange={({ target }) =>
              onChange(
                target.checked ? [...chosen, option.value] : chosen.filter((value) => value !== option.value),
              )
            }
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}

function TypePick({ control: { path, from }, step, pick }: Props<'type'>) {
  const t = useT()
  return (
    <Picker
      label={t('studio.follow.member.type')}
      isShown
      value={textAt(step, path)}
      options={from.map((type) => ({ value: type, label: wordsOfValue(t, 'type', type) }))}
      onPick={(type) => pick(path, type)}
    />
  )
}

/** What may stand between texts, by name: none of them has words of its own. */
const marks = [
  ['\n', 'line'],
  ['\n\n', 'paragraph'],
  [', ', 'comma'],
  ['; ', 'semicolon'],
  [':', 'colon'],
  [' – ', 'dash'],
  ['/', 'slash'],
  [' ', 'space'],
] as const

function MarkPick({ control: { path }, step, pick }: Props<'mark'>) {
  const t = useT()
  const options = marks.map(([value, name]) => ({ value, label: t(`studio.follow.mark.${name}`) }))
  return (
    <Picker
      label={wordsOf(t, path)}
      isShown
      value={textAt(step, path)}
      options={options}
      onPick={(mark) => pick(path, mark)}
    />
  )
}

function FlagPick({ control: { path }, step, pick, isHeld }: Props<'flag'>) {
  const t = useT()
  return (
    <label className="form-choice">
      <input
        type="checkbox"
        checked={jsonAt(step, path) === true}
        disabled={isHeld}
        onChange={({ target }) => pick(path, target.checked ? true : undefined)}
      />
      {wordsOf(t, path)}
    </label>
  )
}

/** What each option becomes: the same option where nothing else is said of one that is there still. */
function MapPick({ control: { path, from, to }, step, pick }: Props<'map'>) {
  const t = useT()
  const language = useLanguage()
  const stored = jsonAt(step, path)
  const map = isObject(stored) ? stored : {}
  const isSplit = path.length > 1
  const options = [
    { value: '', label: t(isSplit ? 'studio.follow.notHere' : 'studio.follow.asItIs') },
    ...useOptions(to),
  ]
  const become = (value: string, next: string) => {
    const { [value]: _before, ...rest } = map
    pick(path, next === '' ? rest : { ...rest, [value]: next })
  }
  return (
    <fieldset className="studio-follow-map">
      <legend className="form-label form-label-small">{wordsOf(t, path)}</legend>
      {from.map(({ value, label }) => {
        const name = inLanguage(language, label)
        return (
          <div key={value} className="studio-follow-way">
            <span>{name}</span>
            <Picker
              label={t('studio.follow.becomes', { name })}
              value={textAt(map, [value])}
              options={options}
              onPick={(next) => become(value, next)}
            />
          </div>
        )
      })}
    </fieldset>
  )
}

/** The parts that an answer is split into, each with what goes there; at least two. */
function PartsPick({ control: { path, parts, another }, step, pick, isHeld }: Props<'parts'>) {
  const t = useT()
  const items = listAt(step, path)
  return (
    <>
      {parts.map((controls, index) => (
        <fieldset key={index.toString()} className="studio-item">
          <legend className="studio-member-head">
            <span>{t('studio.follow.part', { number: index + 1 })}</span>
            {isHeld || items.length <= 2 ? null : (
              <ToolButton
                label={t('studio.follow.removePart', { number: index + 1 })}
                icon="close"
                onPress={() => pick(path, items.toSpliced(index, 1))}
              />
            )}
          </legend>
          <StepControls step={step} controls={controls} pick={pick} isHeld={isHeld} />
        </fieldset>
      ))}
      {isHeld ? null : (
        <button
          type="button"
          className="button studio-add-item"
          onClick={() => pick(path, [...items, another])}
        >
          {t('studio.follow.morePart')}
        </button>
      )}
    </>
  )
}
