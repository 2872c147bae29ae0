import type { ReactNode } from 'react'
import type { PersonRole } from '../../../../shared/case/actors.ts'
import type { Employment } from '../../../../shared/case/case.ts'
import { chainState, pointsOf } from '../../../../shared/case/chain.ts'
import { daysBetween } from '../../../../shared/case/dates.ts'
import type { CaseId, NoteId } from '../../../../shared/case/ids.ts'
import { severities } from '../../../../shared/fields/place.ts'
import { lateIn } from '../../../../shared/note/late.ts'
import type { Marker } from '../../../../shared/note/marker.ts'
import type { ReadCase } from '../../../../shared/projection/read-case.ts'
import {
  type Duty,
  dutySources,
  type Responsibility,
  responsibilitiesIn,
} from '../../../../shared/projection/responsibility.ts'
import { messageText } from '../../../../shared/text/index.ts'
import { useToday } from '../../../base/clock.ts'
import { Icon, type IconName } from '../../../base/icon.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { useActiveCase } from '../../../note-model/active-note.ts'
import { Citations } from '../../../note-model/citations.tsx'
import { useNoteName } from '../../../note-model/note-name.ts'
import { OwnerBadge } from '../../../note-model/owner-badge.tsx'
import { useReadCase } from '../../../note-model/use-read-case.ts'
import { useGoTo } from '../../../note-model/use-run-fix.ts'
import { useActiveEditor } from '../../../workbench/context.ts'
import type { AuxiliarySection } from '../../../workbench/contribution.ts'
import { lateText } from '../tree/needs.tsx'
import { chainText } from './chain.ts'
import { useFewFirst } from './few-first.tsx'
import './sections.css'

function useShownCase(): CaseId | undefined {
  const active = useActiveEditor()
  return active?.type === 'case' ? active.caseId : undefined
}

const useApplies = () => useShownCase() !== undefined

/** A section of the right bar about the case that is shown; nothing until it is read. */
function aboutCase(Section: (props: { read: ReadCase }) => ReactNode, useId = useShownCase) {
  return function AboutCase() {
    const id = useId()
    return id === undefined ? null : <OfCase id={id} Section={Section} />
  }
}

function OfCase({ id, Section }: { id: CaseId; Section: (props: { read: ReadCase }) => ReactNode }) {
  const read = useReadCase(id)
  return read === undefined ? null : (
    <div className="case-section">
      <Section read={read} />
    </div>
  )
}

/** So many of a list are drawn at first. */
const FIRST = 12

/** What there is to do in the case: what is late first, then the problems of the case and of each draft, the gravest first. */
function ToDo({ read }: { read: ReadCase }) {
  const t = useT()
  const today = useToday()
  const goTo = useGoTo()
  const caseId = read.context.case.id
  const late = lateIn(read)
  const markers = [...read.markers, ...read.drafts.flatMap((draft) => draft.markers)]
  const byGravity = severities.flatMap((severity) => markers.filter((marker) => marker.severity === severity))
  const lateFew = useFewFirst(late, FIRST)
  const few = useFewFirst(byGravity, FIRST)
  if (late.length + markers.length === 0) return <p>{t('cases.section.todo.none')}</p>
  return (
    <>
      <ul className="case-todo">
        {lateFew.shown.map((each) => (
          <ToDoItem
            key={JSON.stringify(each)}
            icon="clockface"
            need="late"
            in={noteOf(read, each.where.note)}
            onGo={() => goTo({ caseId, note: undefined }, each.where)}
          >
            {capitalized(lateText(t, each, today))} ({each.due})
          </ToDoItem>
        ))}
      </ul>
      {lateFew.more}
      <ul className="case-todo">
        {few.shown.map((marker) => (
          <Problem key={keyOf(marker)} marker={marker} read={read} />
        ))}
      </ul>
      {few.more}
    </>
  )
}

function Problem({ marker, read }: { marker: Marker; read: ReadCase }) {
  const t = useT()
  const language = useLanguage()
  const goTo = useGoTo()
  const { severity, message, where } = marker
  return (
    <ToDoItem
      icon={severity}
      need={severity}
      in={noteOf(read, where.note)}
      onGo={() => goTo({ caseId: read.context.case.id, note: undefined }, where)}
    >
      <span className="visually-hidden">{t(`lists.severity.${severity}`)}: </span>
      {messageText(language, message)}
    </ToDoItem>
  )
}

function ToDoItem(props: {
  icon: IconName
  need: string
  /** The note it is in; none where it is about the case itself, whose page is beside. */
  in: ReturnType<typeof noteOf>
  onGo: () => void
  children: ReactNode
}) {
  const nameOf = useNoteName()
  const body = (
    <>
      <span className="case-need" data-need={props.need}>
        <Icon name={props.icon} />
      </span>
      <span>
        {props.children}
        {props.in === undefined ? null : <span className="case-todo-in">{nameOf(props.in)}</span>}
      </span>
    </>
  )
  return (
    <li>
      {props.in === undefined ? (
        <p className="case-todo-item">{body}</p>
      ) : (
        <button type="button" className="case-todo-item" onClick={props.onGo}>
          {body}
        </button>
      )}
    </li>
  )
}

const keyOf = ({ rule, where, message }: Marker) => JSON.stringify([rule, where, message])
const noteOf = ({ notes }: ReadCase, id: NoteId | undefined) => notes.find(({ note }) => note.id === id)?.note
const capitalized = (text: string) => text.charAt(0).toLocaleUpperCase('sv') + text.slice(1)

/** The next time points of the case, with how long there is left. */
function Limits({ read: { context } }: { read: ReadCase }) {
  const t = useT()
  const today = useToday()
  const of = context.case
  const state = chainState(of, today)
  const next = pointsOf(of, today)
    .filter(({ passed }) => !passed)
    .slice(0, 2)
  return (
    <>
      <p className="case-section-strong">
        {state.kind === 'before' ? chainText(t, state) : t('cases.chain.day', { day: state.day })}
      </p>
      {next.length > 0 ? (
        <ul className="case-limits">
          {next.map(({ point, date }) => (
            <li key={point}>
              <span className="case-section-strong">{t('cases.chain.day', { day: point })}</span> {date},{' '}
              {date === today
                ? t('cases.section.limits.today')
                : t('cases.section.limits.left', { count: daysBetween(today, date) })}
              <span className="case-section-more">{t(`cases.chain.point.${point}`)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          {t(of.employment.kind === 'anstalld' ? 'cases.section.limits.none' : 'cases.chain.notEmployed')}
        </p>
      )}
    </>
  )
}

/** Who is responsible for what: what each actor is to do in this case, and what is its responsibility in every case. */
function Responsibilities({ read }: { read: ReadCase }) {
  const t = useT()
  return (
    <>
      <p className="case-section-lead">{t('cases.section.responsibility.lead')}</p>
      <ul className="case-responsibilities">
        {responsibilitiesIn(read).map((each) => (
          <li key={each.actor ?? ''}>
            <ActorPart of={each} read={read} />
          </li>
        ))}
      </ul>
    </>
  )
}

function ActorPart({ of: { actor, duties }, read }: { of: Responsibility; read: ReadCase }) {
  const t = useT()
  const duty = actor !== undefined && hasDuty(actor) ? actor : undefined
  const { shown, more } = useFewFirst(duties, FIRST)
  return (
    <>
      <h3 className="case-section-strong">
        {actor === undefined
          ? t('cases.section.responsibility.nobody')
          : nameOf(t(`lists.actor.${actor}`), actor, read.context.case.employment)}
      </h3>
      {duties.length === 0 ? null : (
        <ul className="case-duties">
          {shown.map((duty) => (
            <li key={`${duty.note} ${duty.row.id}`}>
              <DutyItem duty={duty} read={read} />
            </li>
          ))}
        </ul>
      )}
      {more}
      {duty === undefined ? null : (
        <details className="case-section-more">
          <summary>{t('cases.section.responsibility.always')}</summary>
          <p>{t(`lists.duty.${duty}`)}</p>
          <Citations reference={dutySources[duty]} />
        </details>
      )}
    </>
  )
}

const hasDuty = (actor: PersonRole): actor is keyof typeof dutySources => Object.hasOwn(dutySources, actor)

function nameOf(word: string, actor: PersonRole, employment: Employment): string {
  return actor === 'arbetsgivare' && employment.kind === 'anstalld'
    ? `${word}, ${employment.employer.name}`
    : word
}

function DutyItem({ duty, read }: { duty: Duty; read: ReadCase }) {
  const t = useT()
  const nameOf = useNoteName()
  const goTo = useGoTo()
  const note = noteOf(read, duty.note)
  return (
    <button
      type="button"
      className="case-duty"
      onClick={() => goTo({ caseId: read.context.case.id, note: undefined }, duty.where)}
    >
      <span>{duty.row.what ?? t('cases.section.responsibility.unnamed')}</span>
      <span className="case-section-more">{whenOf(t, duty)}</span>
      {note === undefined ? null : (
        <span className="case-duty-note">
          {nameOf(note)} <OwnerBadge owner={note.owner} kind={note.kind} />
        </span>
      )}
    </button>
  )
}

/** By whom by name, how it stands, and when. */
function whenOf(t: ReturnType<typeof useT>, duty: Duty): string {
  const parts =
    duty.kind === 'insats'
      ? [
          duty.row.performer?.name,
          duty.row.status && t(`lists.insatsStatus.${duty.row.status}`),
          [duty.row.from, duty.row.to].filter(Boolean).join('–'),
        ]
      : [duty.row.status && t(`lists.aktivitetStatus.${duty.row.status}`), duty.row.date]
  return parts.filter(Boolean).join(', ')
}

/** What the right bar tells beside a case's page. */
export const caseSections: readonly AuxiliarySection[] = [
  { id: 'case-todo', title: 'cases.section.todo', component: aboutCase(ToDo), order: 1, useApplies },
  { id: 'case-limits', title: 'cases.section.limits', component: aboutCase(Limits), order: 2, useApplies },
  {
    id: 'case-responsibility',
    title: 'cases.section.responsibility',
    component: aboutCase(Responsibilities, useActiveCase),
    // Beside a note it stands below what is told of the note.
    order: 30,
    useApplies: () => useActiveCase() !== undefined,
  },
]
