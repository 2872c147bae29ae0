// What every tour points at and waits for is there: a command, view, field or template that has gone fails here.
import { describe, expect, test } from 'vitest'
import { loadTemplates } from '../../../../main/core/templates.ts'
import { contributions } from '../../../../renderer/contributions.ts'
import { createRegistry } from '../../../../renderer/workbench/registry.ts'
import { templateIndex } from '../../../../shared/template/template.ts'
import { shippedTours } from '../../../../shared/training/shipped-tours.ts'
import type { Tour, TourAnchor, TourStep } from '../../../../shared/training/tour.ts'

const { commands } = createRegistry(contributions)
const templates = loadTemplates('templates')
const panelViews = contributions.flatMap(({ panelViews: views = [] }) => views.map(({ id }) => id))
const sideBarViews = contributions.flatMap(({ sideBarViews: views = [] }) => views.map(({ id }) => id))
const views = [...panelViews, ...sideBarViews]
const editorTypes = contributions.flatMap(({ editors = [] }) => editors.map(({ type }) => String(type)))

/** The template of the note that is open at a step: that of the last step before it which opens one. */
function templateAt({ steps }: Tour, step: TourStep) {
  const opened = steps
    .slice(0, steps.indexOf(step))
    .flatMap(({ done }) => ('open' in done && done.open === 'note' ? [done.template] : []))
    .at(-1)
  return opened === undefined ? undefined : templates.newest(opened)
}

function missingOf(tour: Tour, step: TourStep, anchor: TourAnchor): string[] {
  if ('command' in anchor) return commands.has(anchor.command) ? [] : [`command ${anchor.command}`]
  if ('view' in anchor) return views.includes(anchor.view) ? [] : [`view ${anchor.view}`]
  if (!('field' in anchor)) return []
  const template = templateAt(tour, step)
  return template && templateIndex(template).byId.has(anchor.field) ? [] : [`field ${anchor.field}`]
}

function missing(tour: Tour, step: TourStep): string[] {
  const { at, within, done } = step
  return [
    ...missingOf(tour, step, at),
    ...(within === undefined || views.includes(within) ? [] : [`view ${within}`]),
    ...('ran' in done ? done.ran.filter((id) => !commands.has(id)) : []),
    ...('open' in done && !editorTypes.includes(done.open) ? [`editor ${done.open}`] : []),
    ...('open' in done && done.template !== undefined && templates.newest(done.template) === undefined
      ? [`template ${done.template}`]
      : []),
    ...('view' in done && !views.includes(done.view) ? [`view ${done.view}`] : []),
    ...('answered' in done ? missingOf(tour, step, { field: done.answered }) : []),
    ...('focus' in done ? missingOf(tour, step, done.focus) : []),
  ]
}

describe.each(shippedTours)('the tour $id', (tour) => {
  test('points at and waits for what is there', () => {
    expect(tour.steps.flatMap((step) => missing(tour, step).map((what) => `${step.id}: ${what}`))).toEqual([])
  })

  test('has each step once, and can be begun', () => {
    const ids = tour.steps.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(commands.get(`tour.begin.${tour.id}`)?.menu).toBe('help')
  })

  test('ends with something to read, so that its last word is not gone at once', () => {
    expect(tour.steps.at(-1)?.done).toEqual({ next: true })
  })
})
