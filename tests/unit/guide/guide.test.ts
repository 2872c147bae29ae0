import { describe, expect, test } from 'vitest'
import { loadTemplates } from '../../../main/core/templates.ts'
import { findTemplates } from '../../../renderer/features/notes/chooser/find-templates.ts'
import { type Guide, guideFaults, MOST_STEPS } from '../../../shared/guide/guide.ts'
import { shippedGuide } from '../../../shared/guide/shipped.ts'
import { type Way, type WayAnswer, wayThrough } from '../../../shared/guide/way.ts'
import { newestVersions, type Template, templateIdSchema } from '../../../shared/template/template.ts'

const shipped = newestVersions(loadTemplates('templates').all)
const way = wayThrough(shippedGuide, shipped)
const id = (name: string) => templateIdSchema.parse(name)

/** Where these answers lead, from the first question on. */
function follow(through: Way, ...answers: string[]): WayAnswer['next'] | undefined {
  let question = through.start
  let next: WayAnswer['next'] | undefined
  for (const answer of answers) {
    next = question?.answers.find((each) => each.id === answer)?.next
    question = next && 'question' in next ? through.question(next.question) : undefined
  }
  return next
}

/** The fewest answers that lead to a template. */
function stepsTo(through: Way, template: string): number {
  const waiting = (through.start?.answers ?? []).map((answer) => ({ answer, steps: 1 }))
  for (const { answer, steps } of waiting) {
    if ('template' in answer.next) {
      if (answer.next.template.id === template) return steps
    } else if (steps <= MOST_STEPS) {
      for (const next of through.question(answer.next.question)?.answers ?? [])
        waiting.push({ answer: next, steps: steps + 1 })
    }
  }
  return Number.POSITIVE_INFINITY
}

describe('the way that ships', () => {
  test('holds together with the templates that ship', () => {
    expect(guideFaults(shippedGuide, shipped)).toEqual([])
  })

  test.each(shipped.map((template) => template.id))('%s is reached in under four steps', (name) => {
    expect(stepsTo(way, name)).toBeLessThan(4)
  })

  test.each([
    [['plan', 'berattat'], 'arbetsgivarens-plan', '30 kap. 6 §'],
    [['plan', 'skickat'], 'arbetsgivarens-plan', '30 kap. 6 §'],
    [['plan', 'saknas'], 'arbetsgivarens-plan', 'inget bevis'],
    [['plan', 'egen'], 'planering', 'Ordet plan är arbetsgivarens'],
    [['behov', 'stallning'], 'behovsklarlaggande', 'också när inget behov finns'],
    [['planering', 'planera'], 'planering', 'i samråd'],
    [['mote', 'kallar'], 'avstamningsmote', 'facket'],
    [['mote', 'haft'], 'avstamningsmote', 'deltagare'],
    [['ratt'], 'stallningstagande', 'sociala faktorer'],
    [['brist'], 'tips-till-arbetsmiljoverket', 'skickas aldrig'],
    [['kontakt', 'varden'], 'fraga-till-varden', 'aldrig uppmaningar'],
    [['kontakt', 'facket'], 'kontakt-med-arbetstagarorganisation', 'samtycke'],
    [['kontakt', 'af', 'omstallning'], 'omstallningsmote', 'omställningsmötet'],
    [['behov', 'forsta'], 'ikr', 'inget behov'],
    [['planering', 'folj-plan'], 'uppfoljning-av-plan', 'aldrig blandas'],
  ])('%j leads to %s, and says why', (answers, template, because) => {
    const end = follow(way, ...answers)
    expect(end).toMatchObject({ template: { id: template } })
    expect(end && 'why' in end ? end.why?.sv : '').toContain(because)
  })

  test("whoever meant to plan themselves is shown from the employer's plan to Planering", () => {
    const plan = shipped.find((template) => template.id === 'arbetsgivarens-plan')
    const instead = plan ? way.instead(plan) : []
    expect(instead.map(({ template }) => template.id)).toContain('planering')
  })
})

describe('a template is found by what people call it', () => {
  test.each([
    ['möte', 'avstamningsmote'],
    ['kallelse', 'avstamningsmote'],
    ['påa', 'arbetsgivarens-plan'],
    ['planering', 'planering'],
    ['åtgärder', 'planering'],
    ['rehabiliteringsbehov', 'behovsklarlaggande'],
    ['need', 'behovsklarlaggande'],
    ['telefonsamtal', 'samtal-med-arbetsgivare'],
    ['läkare', 'fraga-till-varden'],
    ['facket', 'kontakt-med-arbetstagarorganisation'],
    ['AF', 'gemensam-kartlaggning'],
    ['af', 'kontaktmote'],
    ['koordinator', 'kontakt-med-rehabkoordinator'],
    ['dag 181', 'stallningstagande'],
    ['NFA', 'stallningstagande'],
    ['AV', 'tips-till-arbetsmiljoverket'],
    ['enkät', 'intervju-om-stodet'],
    ['FHV', 'arbetsplatsinriktat-stod'],
    ['phone call', 'samtal-med-arbetsgivare'],
  ])('%s', (query, template) => {
    expect(findTemplates(way, query).map((found) => found.id)).toContain(template)
  })
  test("plan alone is the employer's, and never planering, however it is written", () => {
    for (const query of ['plan', 'Plan', ' plan '])
      expect(findTemplates(way, query)[0]?.id).toBe('arbetsgivarens-plan')
  })
  test('and nothing is found by what nothing is called', () => {
    expect(findTemplates(way, 'xyzzy')).toEqual([])
  })
})

describe("an agency's own template", () => {
  const meeting = shipped.find(({ kind }) => kind === 'mote')
  const own: Template[] = meeting ? [{ ...meeting, id: id('natverksmote') }] : []
  const withOwn = wayThrough(shippedGuide, [...shipped, ...own])

  test('stands among the answers for its kind, last', () => {
    expect(withOwn.question('mote')?.answers.at(-1)).toMatchObject({
      next: { template: { id: 'natverksmote' } },
    })
    expect(stepsTo(withOwn, 'natverksmote')).toBeLessThan(4)
  })
  test('and in the list', () => {
    expect(withOwn.templates.map((template) => template.id)).toContain('natverksmote')
  })
})

test('an answer to a template that is not here is not given, nor one to a question without answers', () => {
  const without = wayThrough(
    shippedGuide,
    shipped.filter(({ kind }) => kind !== 'mote'),
  )
  expect(follow(without, 'mote', 'kallar')).toBeUndefined()
})

describe('what would be wrong with a way is found', () => {
  const change = (edit: (guide: Guide) => void): string[] => {
    const copy = structuredClone(shippedGuide)
    edit(copy)
    return guideFaults(copy, shipped)
  }
  test.each<[string, (guide: Guide) => void, string]>([
    [
      'a template that nothing leads to',
      ({ questions }) => void questions.splice(1, 1),
      'no answer leads to template',
    ],
    [
      'a question that nobody asks',
      ({ questions }) => void questions[0]?.answers.splice(0, 1),
      'no answer leads to question plan',
    ],
    [
      'an answer to no question',
      ({ questions }) =>
        void questions[0]?.answers.push({ id: 'x', text: { sv: 'x', en: 'x' }, question: 'borta' }),
      'there is no question borta',
    ],
    [
      'something to take instead that is not there',
      ({ documents }) =>
        void documents[0]?.instead.splice(0, 1, { when: { sv: 'x', en: 'x' }, template: id('borta') }),
      'there is no template borta',
    ],
    ['a template without words', ({ documents }) => void documents.splice(0, 1), 'has no words'],
    [
      'a kind without a question',
      ({ questions }) => {
        for (const question of questions) delete question.kinds
      },
      'of kind mote',
    ],
  ])('%s', (_what, edit, fault) => {
    expect(change(edit).join('\n')).toContain(fault)
  })

  test('a template too many answers away', () => {
    const deep = (guide: Guide) => {
      const { questions } = guide
      const text = { sv: 'x', en: 'x' }
      const last = questions.find((question) => question.id === 'mote')
      questions.push(
        { id: 'ett', text, answers: [{ id: 'a', text, question: 'tva' }] },
        { id: 'tva', text, answers: [{ id: 'a', text, question: 'tre' }] },
        { id: 'tre', text, answers: [{ id: 'a', text, template: id('planering'), why: text }] },
      )
      last?.answers.push({ id: 'djupt', text, question: 'ett' })
    }
    expect(change(deep).join('\n')).toContain('planering is more than 3 answers away')
  })
})
