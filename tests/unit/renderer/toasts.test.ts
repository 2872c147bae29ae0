// Which toasts are shown where many come: what somebody must have time for stays, and does not pile up.
import { beforeEach, expect, test } from 'vitest'
import { dismissAll, notify, useToasts } from '../../../renderer/base/toasts.tsx'

const undo = { title: 'Ångra', run: () => {} }
const shown = () => useToasts.getState().toasts.map(({ message }) => message)

beforeEach(dismissAll)

test('an offer takes the place of the one before it with the same buttons', () => {
  notify('Borttagen: rad 1', 'info', [undo])
  notify('Rundturen väntar', 'info', [{ ...undo, title: 'Fortsätt' }])
  notify('Borttagen: rad 2', 'info', [undo])
  expect(shown()).toEqual(['Rundturen väntar', 'Borttagen: rad 2'])
})

test('what offers nothing stands beside others that offer nothing', () => {
  notify('Kunde inte sparas', 'error')
  notify('Kopierat')
  expect(shown()).toEqual(['Kunde inte sparas', 'Kopierat'])
})

test('where there are too many, what goes by itself gives way before an offer, a warning or an error', () => {
  notify('Kunde inte sparas', 'error')
  notify('Borttagen: rad 1', 'info', [undo])
  notify('Kopierat')
  notify('Exporterat', 'success')
  expect(shown()).toEqual(['Kunde inte sparas', 'Borttagen: rad 1', 'Exporterat'])
})

test('where none goes by itself, the oldest gives way, and never the newest', () => {
  for (const message of ['Ett', 'Två', 'Tre', 'Fyra']) notify(message, 'warning')
  expect(shown()).toEqual(['Två', 'Tre', 'Fyra'])
  notify('Kopierat')
  expect(shown()).toEqual(['Tre', 'Fyra', 'Kopierat'])
})

test('what is told again is shown once, as the newest', () => {
  for (const message of ['Ett', 'Två', 'Ett']) notify(message, 'warning')
  expect(shown()).toEqual(['Två', 'Ett'])
})
