import { isDefinedError, safe } from '@orpc/client'
import type { CaseId } from '../../../../shared/case/ids.ts'
import { pickFile, saveFile } from '../../../base/files.ts'
import type { Workbench } from '../../../workbench/contribution.ts'
import { showOutcome } from './import-report.tsx'

/** A file name for a case bundle: the case number alone, never a person, with nothing that a file system refuses. */
export function bundleName(number: string): string {
  const safe = number
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return safe === '' ? 'arende.json' : `arende-${safe.slice(0, 60)}.json`
}

/**
 * Takes in a case bundle that the user chooses. What came of it is shown in a dialog: the number of notes and what was
 * found on the way, or every reason why the file was refused. Throws on any other refusal.
 */
export async function importCase({ client, editors, notify, t }: Workbench): Promise<void> {
  const file = await pickFile('.json,application/json')
  if (file === undefined) return
  const { error, data } = await safe(client.cases.import({ json: await file.text() }))
  if (isDefinedError(error) && error.code === 'BUNDLE_REFUSED') {
    showOutcome({ kind: 'refused', fileName: file.name, problems: error.data.problems })
    return
  }
  if (isDefinedError(error) && error.code === 'CASE_NUMBER_TAKEN') {
    notify(t('cases.import.taken', { number: error.data.number }), 'error')
    return
  }
  if (error !== null) throw error
  editors.open({ type: 'case', caseId: data.caseId })
  if (data.findings.length > 0) showOutcome({ kind: 'imported', report: data })
  else notify(t('cases.import.done', { number: data.number, notes: data.notes }), 'success')
}

/** Gives the user a case with its notes as a file, once they know that the file is not encrypted. */
export async function exportCase(workbench: Workbench, id: CaseId): Promise<void> {
  const { client, confirm, notify, t } = workbench
  const { case: details } = await client.cases.get({ id })
  const goesAhead = await confirm({
    title: t('cases.export.title', { number: details.number }),
    body: t('cases.export.body'),
    confirm: t('cases.export.confirm'),
  })
  if (!goesAhead) return
  const fileName = bundleName(details.number)
  saveFile({ fileName, mimeType: 'application/json', content: await client.cases.dump({ id }) })
  notify(t('cases.export.done', { fileName }), 'success')
}
