import { useMemo } from 'react'
import type { CaseId } from '../../../../shared/case/ids.ts'
import type { Where } from '../../../../shared/note/marker.ts'
import { type Overview, overviewOf } from '../../../../shared/overview/overview.ts'
import type { ReadCase } from '../../../../shared/projection/read-case.ts'
import type { Language } from '../../../../shared/text/index.ts'
import { useLanguage } from '../../../base/use-t.ts'
import { useReadCase } from '../../../note-model/use-read-case.ts'
import { useGoTo } from '../../../note-model/use-run-fix.ts'

const known = new WeakMap<ReadCase, Map<Language, Overview>>()

/** Worked out once for each state of the case, however many views ask. */
function overviewOnce(read: ReadCase, language: Language): Overview {
  const before = known.get(read) ?? new Map<Language, Overview>()
  const page = before.get(language) ?? overviewOf(read, language)
  known.set(read, before.set(language, page))
  return page
}

/** The case on one page; undefined until the case is read. */
export function useOverview(id: CaseId): Overview | undefined {
  const language = useLanguage()
  const read = useReadCase(id)
  return useMemo(() => read && overviewOnce(read, language), [read, language])
}

/** Takes the user to where something on the page is written. */
export function useOpenAt({ read }: Overview): (where: Where) => void {
  const goTo = useGoTo()
  return (where) => goTo({ caseId: read.context.case.id, note: undefined }, where)
}
