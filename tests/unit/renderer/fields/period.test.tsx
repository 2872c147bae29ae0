import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { templateOf } from '../../check/sample.ts'
import { openForm } from './form.tsx'

afterEach(cleanup)

const template = templateOf([{ id: 'f', type: 'period', label: { sv: 'Sjukskrivning', en: 'Sick leave' } }])
const write = (label: string, value: string) => {
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } })
  fireEvent.blur(screen.getByRole('textbox', { name: label }))
}
const openEnd = () => screen.getByRole('checkbox', { name: 'Tills vidare' })

test('two days of a period are written in short, and stand together under its label', () => {
  const form = openForm(template)
  expect(screen.getByRole('group', { name: 'Sjukskrivning' }).contains(openEnd())).toBe(true)
  write('Från och med', '3/2 2026')
  write('Till och med', '20260531')
  expect(form.answers()).toEqual({ f: { from: '2026-02-03', to: '2026-05-31' } })
})

test('an open end takes the last day away, and gives it back when that is undone', () => {
  const form = openForm(template, { f: { from: '2026-02-03', to: '2026-05-31' } })
  fireEvent.click(openEnd())
  expect(form.answers()).toEqual({ f: { from: '2026-02-03', openEnd: true } })
  form.undo()
  expect(form.answers()).toEqual({ f: { from: '2026-02-03', to: '2026-05-31' } })
})

test('a last day takes the open end away', () => {
  const form = openForm(template, { f: { from: '2026-02-03', openEnd: true } })
  write('Till och med', '2026-05-31')
  expect(form.answers()).toEqual({ f: { from: '2026-02-03', to: '2026-05-31' } })
})

test('a period with nothing in it is no answer', () => {
  const form = openForm(template, { f: { openEnd: true } })
  fireEvent.click(openEnd())
  expect(form.answers()).toEqual({})
})
