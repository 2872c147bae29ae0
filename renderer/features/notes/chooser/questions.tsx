import { type KeyboardEvent, useId } from 'react'
import { toneOf } from '../../../../shared/case/kinds.ts'
import type { Way, WayAnswer, WayEnd } from '../../../../shared/guide/way.ts'
import type { TextKey } from '../../../../shared/text/index.ts'
import { Icon } from '../../../base/icon.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { kindIcon } from '../../../note-model/owner-badge.tsx'
import type { BarredTemplate } from '../../../note-model/written-by.ts'
import type { Choice } from './choice.ts'
import { Outcome } from './outcome.tsx'

interface Props {
  title: TextKey
  way: Way
  /** Where the answers have led, one after the other. */
  path: readonly WayAnswer['next'][]
  setPath: (path: readonly WayAnswer['next'][]) => void
  choice: Choice
  /** Which templates are not to be chosen, and why. */
  barred: BarredTemplate
  /** Goes to the field where a template is found by its name. */
  find: () => void
}

/** The first answer of a new question that can be given has the focus. */
function focusNew(element: HTMLElement | null): void {
  element?.focus()
}

/** The letter or letters of a word, and no key that does something here. */
const isWriting = ({ key }: KeyboardEvent) => /^\p{L}$/u.test(key)

/**
 * One question at a time, or where the answers have led. Number keys answer, arrows go between the answers, Backspace goes
 * back, and whoever begins to write looks for a template.
 */
export function Questions({ title, way, path, setPath, choice, barred, find }: Props) {
  const t = useT()
  const last = path.at(-1)
  const question =
    last === undefined ? way.start : 'question' in last ? way.question(last.question) : undefined
  const end: WayEnd | undefined = last !== undefined && 'template' in last ? last : undefined

  const whyNot = (next: WayAnswer['next']) => ('template' in next ? barred(next.template) : undefined)
  const go = (next: WayAnswer['next']) => {
    if (whyNot(next) === undefined) setPath([...path, next])
  }
  const back = () => setPath(path.slice(0, -1))
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const numbered = question?.answers[Number(event.key) - 1]
    if (isWriting(event)) return find()
    // The focus goes to an answer that cannot be given, where it is told why.
    if (numbered && whyNot(numbered.next) !== undefined)
      focusAnswer(event.currentTarget, Number(event.key) - 1)
    else if (numbered) go(numbered.next)
    else if (event.key === 'Backspace' && path.length > 0) back()
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      stepFocus(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1)
    else return
    event.preventDefault()
  }
  return (
    <fieldset className="chooser-flow" onKeyDown={onKeyDown} aria-label={t(title)}>
      {path.length > 0 ? (
        <button type="button" className="chooser-back" onClick={back}>
          <Icon name="arrow-left" />
          {t('notes.chooser.back')}
        </button>
      ) : null}
      {question === undefined ? null : (
        <Question
          key={`${path.length.toString()} ${question.id}`}
          text={question.text}
          answers={question.answers}
          go={go}
          whyNot={whyNot}
        />
      )}
      {end === undefined ? null : (
        <Outcome
          key={`${path.length.toString()} ${end.template.id}`}
          end={end}
          instead={way.instead(end.template)}
          goTo={(template) => go({ template })}
          choice={choice}
          barred={barred}
        />
      )}
    </fieldset>
  )
}

interface QuestionProps extends Pick<NonNullable<Way['start']>, 'text' | 'answers'> {
  go: (next: WayAnswer['next']) => void
  whyNot: (next: WayAnswer['next']) => string | undefined
}

function Question({ text, answers, go, whyNot }: QuestionProps) {
  const t = useT()
  const id = useId()
  const first = answers.findIndex(({ next }) => whyNot(next) === undefined)
  const language = useLanguage()
  return (
    <>
      <h2 className="chooser-question">{text[language]}</h2>
      <ol className="chooser-answers">
        {answers.map((answer, index) => {
          const why = whyNot(answer.next)
          return (
            <li key={answer.id}>
              <button
                type="button"
                className="chooser-answer"
                ref={index === first ? focusNew : undefined}
                aria-disabled={why !== undefined}
                aria-describedby={why === undefined ? undefined : `${id}-${answer.id}`}
                onClick={() => go(answer.next)}
              >
                <kbd>{index < 9 ? index + 1 : ''}</kbd>
                <span className="chooser-answer-text">{answer.text[language]}</span>
                <Leads next={answer.next} />
              </button>
              {why === undefined ? null : (
                <p className="chooser-barred" id={`${id}-${answer.id}`}>
                  <Icon name="lock-small" />
                  {why}
                </p>
              )}
            </li>
          )
        })}
      </ol>
      <p className="chooser-keys">{t('notes.chooser.keys')}</p>
    </>
  )
}

/** What is behind an answer: more questions, or whose document it is. The words are in what comes next. */
function Leads({ next }: Pick<WayAnswer, 'next'>) {
  if ('question' in next) return <Icon name="chevron-right" className="chooser-leads" />
  const { kind, owner } = next.template
  return (
    <span className="chooser-leads" data-tone={toneOf(kind, owner)}>
      <Icon name={kindIcon(kind)} />
    </span>
  )
}

function focusAnswer(root: HTMLElement, at: number): void {
  root.querySelectorAll<HTMLElement>('.chooser-answer')[at]?.focus()
}

function stepFocus(root: HTMLElement, by: 1 | -1): void {
  const buttons = [...root.querySelectorAll<HTMLElement>('.chooser-answer')]
  const at = buttons.findIndex((button) => button.matches(':focus'))
  buttons[(at + by + buttons.length) % buttons.length]?.focus()
}
