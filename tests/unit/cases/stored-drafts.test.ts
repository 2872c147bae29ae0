import { describe, expect, test } from 'vitest'
import { type CaseDraft, emptyDraft, withPerson } from '../../../renderer/features/cases/form/draft.ts'
import { type FormId, readDrafts, writeDrafts } from '../../../renderer/features/cases/form/stored-drafts.ts'
import { caseNumbered } from './support.ts'

describe('What is typed in case forms', () => {
  const typed: CaseDraft = {
    ...withPerson(emptyDraft('Anna Ek')),
    firstSickDay: '2026-02-30',
    consents: { arbetsgivare: { consent: '', date: 'snart' } },
  }

  test('comes back from the archive as it was, wrong or half as it may be', () => {
    const drafts = new Map<FormId, CaseDraft>([
      ['new', typed],
      [caseNumbered(1).case.id, emptyDraft('')],
    ])
    const stored: unknown = JSON.parse(JSON.stringify(writeDrafts(drafts)))
    expect(readDrafts(stored)).toEqual(drafts)
  })

  test.each([
    ['nothing', undefined],
    ['something else', { new: typed }],
    ['a form of another version', [['new', { number: '26-1' }]]],
  ])('is empty where the archive has %s', (_what, stored) => {
    expect(readDrafts(stored).size).toBe(0)
  })
})
