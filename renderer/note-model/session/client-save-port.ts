import { safe } from '@orpc/client'
import type { Client } from '../../api/use-client.ts'
import type { SaveFailure, SaveOutcome, SavePort } from './save-port.ts'

/** Refusals that time or the user can lift without the text being changed. */
const liftable: ReadonlySet<SaveFailure['code']> = new Set<SaveFailure['code']>([
  'UNREACHABLE',
  'DISK_FULL',
  'ARCHIVE_CLOSED',
  'ARCHIVE_IN_USE',
])

function failed(code: SaveFailure['code'], detail: string, field?: string): SaveOutcome {
  const failure = { code, detail, retry: liftable.has(code) }
  return { kind: 'failed', failure: field === undefined ? failure : { ...failure, field } }
}

/** Saves through the contract; every refusal, and a core that does not answer, is an outcome. */
export function clientSavePort(client: Client): SavePort {
  return {
    save: async (request) => {
      const { error, data, isDefined } = await safe(client.notes.save(request))
      if (error === null) return { kind: 'saved', ...data }
      if (!isDefined) return failed('UNREACHABLE', error.message)
      if (error.code === 'CONFLICT') return { kind: 'conflict', current: error.data.current }
      if (error.code === 'TOO_LARGE') return failed(error.code, error.message, error.data.field)
      return failed(error.code, error.message)
    },
  }
}
