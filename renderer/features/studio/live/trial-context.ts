import { useMemo } from 'react'
import type { CaseId } from '../../../../shared/case/ids.ts'
import { aroundCase, type NoteContext } from '../../../../shared/note/context.ts'
import { usePolicies } from '../../../api/policies.ts'
import { useCase, useNotesOfCase, useTemplates } from '../../../api/use-client.ts'
import { useToday } from '../../../base/clock.ts'
import { useLanguage } from '../../../base/use-t.ts'
import { inventedCase } from './invented-case.ts'

/**
 * What a template is tried in: a case of the archive with its notes around, as a note of it would be read there, so that rules that
 * look at other notes speak; or an invented one, without any. Both are only read.
 */
export function useTrialContext(caseId: CaseId | undefined): NoteContext {
  const today = useToday()
  const language = useLanguage()
  const { rulesOff } = usePolicies()
  const { data: summary } = useCase(caseId)
  const { data: notes } = useNotesOfCase(caseId)
  const { data: templates } = useTemplates()
  return useMemo(() => {
    const said = { today, language, rulesOff }
    if (!summary || !notes || !templates) return { ...said, case: inventedCase(today), others: [] }
    return { ...said, case: summary.case, ...aroundCase(notes, templates) }
  }, [today, language, rulesOff, summary, notes, templates])
}
