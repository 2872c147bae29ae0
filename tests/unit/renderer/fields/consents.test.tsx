import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { templateOf } from '../../check/sample.ts'
import { openForm } from './form.tsx'

afterEach(cleanup)

const consentsOf = (actors?: readonly string[]) =>
  templateOf([{ id: 'f', type: 'consents', ...(actors ? { actors } : {}) }])
const asked = () => screen.getAllByRole('radiogroup').map((group) => group.getAttribute('aria-labelledby'))
const actorsAsked = () => asked().map((id) => document.getElementById(id ?? '')?.textContent)

test('every actor of 30 kap. 10 § SFB is asked about where the document does not say which', () => {
  openForm(consentsOf())
  expect(actorsAsked()).toEqual([
    'Arbetsgivaren',
    'Arbetstagarorganisationen',
    'Hälso- och sjukvården',
    'Socialtjänsten',
    'Arbetsförmedlingen',
    'Annan berörd myndighet',
  ])
})

test('a document that concerns one asks about that one', () => {
  openForm(consentsOf(['arbetstagarorganisation']))
  expect(actorsAsked()).toEqual(['Arbetstagarorganisationen'])
})

test('what has been answered about another is shown all the same', () => {
  openForm(consentsOf(['arbetstagarorganisation']), {
    f: [{ actor: 'arbetsgivare', consent: 'nej', date: '2026-05-20' }],
  })
  expect(actorsAsked()).toEqual(['Arbetsgivaren', 'Arbetstagarorganisationen'])
})
