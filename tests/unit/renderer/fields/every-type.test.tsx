import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { templateOf } from '../../check/sample.ts'
import { types } from '../../fields/samples.ts'
import { openForm } from './form.tsx'

afterEach(cleanup)

/** What stands in the form, with what is chosen and written. */
function drawn(): string {
  const inputs = [...document.querySelectorAll('input')].map(({ value, checked }) => `${value} ${checked}`)
  return [document.body.innerHTML, ...inputs].join('\n')
}

describe.each(types)('the control of a field of type %s', (type, { field, answer }) => {
  const words = { sv: 'Fältet', en: 'The field' }
  const template = templateOf([{ id: 'f', type, ...field, label: words, help: words }])
  const labelled = () => screen.getAllByLabelText('Fältet')

  test('has its label, and its help beside', () => {
    openForm(template)
    expect(labelled()).not.toHaveLength(0)
    expect(screen.getAllByText('Fältet')).toHaveLength(2)
  })
  test('shows an answer that comes from elsewhere, and changes nothing by that', async () => {
    const form = openForm(template)
    const empty = drawn()
    form.edit('f', answer)
    await waitFor(() => expect(drawn()).not.toBe(empty))
    expect(form.answers()).toEqual({ f: answer })
  })
  test('gives way to an answer of another form, shown as it is stored', () => {
    const form = openForm(template, { f: { annat: [7] } })
    expect(screen.getByText(/"annat"/)).toBeDefined()
    form.edit('f', answer)
    expect(screen.queryByText(/"annat"/)).toBeNull()
  })
})
