import type { JournalBlock, JournalSection } from '../journal/entry.ts'
import { toJournalEntry } from '../journal/to-entry.ts'
import { sourcesOf } from '../rules/index.ts'
import { newestVersions, templateIndex } from '../template/template.ts'
import { inLanguage } from '../text/index.ts'
import { paragraphsOf, printableLine } from '../text/printable.ts'
import { sourceText } from './handout-scenes.ts'
import type { PackExercise, PackTask } from './pack.ts'
import type { Printed } from './printed.ts'
import { readAnswers } from './read-cast.ts'

const numbersOf = ({ cases }: Printed, { case: key }: PackExercise) =>
  cases.find(({ of }) => of.key === key)?.of.case.number ?? ''

function exerciseSection(printed: Printed, exercise: PackExercise, index: number): JournalSection {
  const { language, say, t } = printed
  return {
    title: t('handout.exercise', { number: index + 1, title: say(exercise.title) }),
    level: 3,
    blocks: [
      { type: 'answer', label: t('exercise.actor'), text: say(exercise.actor) },
      { type: 'answer', label: t('journal.header.case'), text: printableLine(numbersOf(printed, exercise)) },
      {
        type: 'text',
        label: t('exercise.situation'),
        paragraphs: paragraphsOf(inLanguage(language, exercise.situation)),
      },
      {
        type: 'answer',
        label: t('exercise.task'),
        text: t('exercise.task.count', { count: exercise.tasks.length }),
      },
    ],
  }
}

/** The exercises, without what they expect: which document it is to be is a part of the question. */
export function exerciseSections(printed: Printed): JournalSection[] {
  const { exercises = [] } = printed.pack
  const { t } = printed
  if (exercises.length === 0) return []
  return [
    {
      title: t('handout.exercises'),
      newPage: true,
      blocks: [
        { type: 'text', label: t('handout.exercises.how'), paragraphs: [t('handout.exercises.how.text')] },
      ],
    },
    ...exercises.map((exercise, index) => exerciseSection(printed, exercise, index)),
  ]
}

/** Why each answer is as it is: the field, the reason, and what it rests on. */
function whyBlock(printed: Printed, { template, why }: PackTask): JournalBlock[] {
  const { language, say, t, templates } = printed
  const found = newestVersions(templates).find(({ id }) => id === template)
  if (found === undefined || why.length === 0) return []
  const { byId } = templateIndex(found)
  const rows = why.map(({ field, text, rule = '', source }) => {
    const label = byId.get(field)?.field.label
    const reference = source ?? sourcesOf(rule).join('; ')
    return [
      label === undefined ? field : printableLine(inLanguage(language, label)),
      say(text),
      rule,
      reference === '' ? '' : sourceText(printed, reference),
    ]
  })
  const columns = (['field', 'why', 'rule', 'source'] as const).map((name) => t(`handout.column.${name}`))
  return [{ type: 'table', label: t('handout.why'), columns, rows }]
}

function answersTo(printed: Printed, exercise: PackExercise, index: number): JournalSection[] {
  const { pack, cases, say, t } = printed
  const found = cases.find(({ of }) => of.key === exercise.case)
  if (found === undefined) return []
  const answers = readAnswers(pack, exercise, found.of, printed)
  const documents = answers.flatMap((read, which): JournalSection[] => {
    const { header, sections } = toJournalEntry(read)
    const task = exercise.tasks[which]
    return [
      {
        title: header.title,
        level: 4,
        blocks: [
          { type: 'answer', label: t('handout.whose'), text: header.owner },
          ...sections.flatMap(({ blocks }) => blocks),
        ],
      },
      ...(task === undefined
        ? []
        : [
            {
              title: t('handout.whyOf', { title: header.title }),
              level: 4 as const,
              blocks: whyBlock(printed, task),
            },
          ]),
    ]
  })
  const count = t('exercise.task.count', { count: exercise.tasks.length })
  const title = t('handout.exercise', { number: index + 1, title: say(exercise.title) })
  return [
    { title, level: 3, blocks: [{ type: 'answer', label: t('handout.expected'), text: count }] },
    ...documents,
  ]
}

/** The answers, as journal entries with the reason of each: an appendix on pages of its own. */
export function answerSections(printed: Printed): JournalSection[] {
  const { exercises = [] } = printed.pack
  const { t } = printed
  if (exercises.length === 0) return []
  return [
    {
      title: t('handout.answers'),
      newPage: true,
      blocks: [
        { type: 'text', label: t('handout.answers.how'), paragraphs: [t('handout.answers.how.text')] },
      ],
    },
    ...exercises.flatMap((exercise, index) => answersTo(printed, exercise, index)),
  ]
}
