import { dateAt } from '../../shared/case/dates.ts'
import { formatPersonnummer } from '../../shared/case/identity.ts'
import { extractEntry } from '../../shared/journal/extract-entry.ts'
import { addToLog } from '../store/log.ts'
import { calls, dbOf, refuseExport, stampFor } from './calls.ts'
import { extractOf } from './extract-person.ts'

/** Registerutdrag of the open archive. */
export const extractCalls = {
  person: calls.extract.person.handler(async ({ input, context: { state }, signal }) => {
    refuseExport(state, input.format)
    const stamp = stampFor(state, 'export')
    const personnummer = formatPersonnummer(input.personnummer) ?? input.personnummer
    const extract = await extractOf(state, personnummer, stamp.at, signal)
    addToLog(dbOf(state), stamp, 'person-extracted')
    const language = state.policies.policies.language ?? input.language
    const { exportEntry } = await import('../export/index.ts')
    const { fileName, mimeType, bytes } =
      input.format === 'json'
        ? {
            fileName: `registerutdrag-${dateAt(stamp.at)}.json`,
            mimeType: 'application/json',
            bytes: new TextEncoder().encode(`${JSON.stringify(extract, undefined, 2)}\n`),
          }
        : await exportEntry(
            {
              entry: extractEntry(extract, state.templates.all, language),
              at: new Date(stamp.at),
              author: stamp.by.name,
              before: 'registerutdrag',
            },
            input.format,
          )
    return { fileName, mimeType, base64: Buffer.from(bytes).toString('base64') }
  }),
}
