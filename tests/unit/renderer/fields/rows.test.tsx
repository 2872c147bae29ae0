import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { aktivitetColumns } from '../../../../shared/fields/aktiviteter.ts'
import { insatsColumns } from '../../../../shared/fields/insatser.ts'
import { type TextKey, translate } from '../../../../shared/text/index.ts'
import { templateOf } from '../../check/sample.ts'
import { openForm } from './form.tsx'

afterEach(cleanup)

const words = (text: string) => ({ sv: text, en: text })
const column = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  type: 'text',
  label: words(id),
  obligation: 'frivillig',
  demand: { basis: 'eget-val' },
  ...more,
})

describe('a repeated group', () => {
  const template = templateOf([
    { id: 'har-mote', type: 'yes-no' },
    {
      id: 'punkter',
      type: 'group',
      item: words('punkt'),
      fields: [
        column('vad'),
        column('vem', { visibleWhen: { field: 'vad', op: 'answered' } }),
        column('beslut', {
          visibleWhen: { field: 'har-mote', op: 'is', value: 'ja' },
          obligatoryWhen: { field: 'vem', op: 'answered' },
        }),
      ],
    },
  ])
  const labels = () => screen.getAllByRole('textbox').map((input) => input.closest('div')?.textContent)

  test('shows and hides a column when a field outside the group is answered', () => {
    const form = openForm(template, { punkter: [{ id: 'r', answers: { vad: 'Scheman' } }] })
    expect(labels()).toEqual(['vad', 'vem'])
    form.edit('har-mote', 'ja')
    expect(labels()).toEqual(['vad', 'vem', 'beslut'])
    form.edit('har-mote', 'nej')
    expect(labels()).toEqual(['vad', 'vem'])
  })

  test('a column can ask for another of its row, and become obligatory by it', () => {
    openForm(template, { 'har-mote': 'ja', punkter: [{ id: 'r', answers: {} }] })
    expect(labels()).toEqual(['vad', 'beslut'])
    fireEvent.change(screen.getByRole('textbox', { name: 'vad' }), { target: { value: 'Scheman' } })
    fireEvent.change(screen.getByRole('textbox', { name: 'vem' }), { target: { value: 'Kim' } })
    expect(labels()).toEqual(['vad', 'vem', 'beslut (obligatoriskt)'])
  })
})

type Columns = Record<string, { label: TextKey }> & Record<'what' | 'kind', { label: TextKey }>
const rowTypes: [type: string, addLabel: string, columns: Columns][] = [
  ['insatser', 'Lägg till insats', insatsColumns],
  ['aktiviteter', 'Lägg till FK-aktivitet', aktivitetColumns],
]

describe.each(rowTypes)('rows of %s', (type, addLabel, columns) => {
  const template = templateOf([{ id: 'rader', type }])
  const row = () => screen.getByRole('group', { name: / 1(:|$)/ })

  test('ask for every column of the table, in its order, by its label', () => {
    openForm(template, {
      rader: [{ id: 'r', status: 'behovs-men-saknas', outcome: 'Inget än', effect: 'oforandrad' }].slice(
        type === 'insatser' ? 0 : 1,
      ),
    })
    if (type === 'aktiviteter') fireEvent.click(screen.getByRole('button', { name: addLabel }))
    else fireEvent.focus(screen.getByRole('rowheader'))
    const asked = [...row().querySelectorAll('[data-column]')]
    expect(asked.map((element) => element.getAttribute('data-column'))).toEqual(Object.keys(columns))
    for (const { label } of Object.values(columns))
      expect(within(row()).getByLabelText(translate('sv', label))).toBeDefined()
  })

  test('are written in as soon as they are drawn, with no frame between, and so is the row that is gone to', () => {
    const frame = vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0)
    openForm(template)
    fireEvent.click(screen.getByRole('button', { name: addLabel }))
    const place = () => document.activeElement?.closest('fieldset')?.getAttribute('aria-label')
    const first = document.activeElement
    expect(row().contains(first)).toBe(true)
    fireEvent.keyDown(first ?? document.body, { key: 'Enter', shiftKey: true })
    expect(place()).toMatch(/ 2$/)
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowUp', ctrlKey: true })
    expect(place()).toMatch(/ 1$/)
    frame.mockRestore()
  })

  test('keep what is written and chosen, and come back after a removal with what was written since', () => {
    const form = openForm(template)
    fireEvent.click(screen.getByRole('button', { name: addLabel }))
    const first = within(row())
    fireEvent.change(first.getByLabelText(translate('sv', columns.what.label)), {
      target: { value: 'Ringa' },
    })
    fireEvent.change(first.getByLabelText(translate('sv', columns.kind.label)), {
      target: { value: 'annan' },
    })
    const before = form.answers()
    expect(before).toMatchObject({ rader: [{ what: 'Ringa', kind: 'annan' }] })
    fireEvent.click(screen.getByRole('button', { name: /^Ta bort/ }))
    expect(form.answers()).toEqual({})
    form.undo()
    expect(form.answers()).toEqual(before)
  })

  test('offer only the kinds that the field names', () => {
    const kinds = type === 'insatser' ? ['medicinsk'] : ['kontakt']
    openForm(templateOf([{ id: 'rader', type, kinds }]))
    fireEvent.click(screen.getByRole('button', { name: addLabel }))
    const list = within(row()).getByLabelText(translate('sv', columns.kind.label))
    expect([...list.querySelectorAll('option')].map(({ value }) => value)).toEqual(['', ...kinds])
  })
})

test('why an insats is missing is asked for only where it is needed but missing', () => {
  openForm(templateOf([{ id: 'rader', type: 'insatser' }]), { rader: [{ id: 'r', what: 'KBT' }] })
  fireEvent.focus(screen.getByRole('rowheader'))
  expect(screen.queryByLabelText('Varför saknas insatsen?')).toBeNull()
  fireEvent.change(screen.getByLabelText('Status'), { target: { value: 'behovs-men-saknas' } })
  expect(screen.getByLabelText('Varför saknas insatsen?')).toBeDefined()
})
