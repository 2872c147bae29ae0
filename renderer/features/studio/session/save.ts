import { safe } from '@orpc/client'
import type { QueryClient } from '@tanstack/react-query'
import type { ApiErrorCode } from '../../../../shared/api/errors.ts'
import type { Timestamp } from '../../../../shared/case/dates.ts'
import type { Working } from '../../../../shared/studio/working.ts'
import type { WorkingCopy, WorkingCopyId } from '../../../../shared/template/working-copy.ts'
import { keepWritten } from '../../../api/changes.ts'
import { apiOf, type Client } from '../../../api/use-client.ts'

/** Where what is written in a working copy is. */
export type CopySave =
  | { readonly kind: 'saved'; readonly at: Timestamp }
  | { readonly kind: 'saving' }
  /** It is kept here; `retry` says whether it is sent again by itself. */
  | { readonly kind: 'failed'; readonly error: unknown; readonly retry: boolean }
  /** Somebody else saved meanwhile: which of the two shall stand is the user's to say. */
  | { readonly kind: 'conflict'; readonly theirs: WorkingCopy }

export type CopyOutcome =
  | { readonly kind: 'saved'; readonly revision: number; readonly savedAt: Timestamp }
  | Extract<CopySave, { kind: 'failed' | 'conflict' }>

/** What a session needs of the core. Never rejects: every refusal is an outcome. */
export interface CopyPort {
  readonly save: (id: WorkingCopyId, baseRevision: number, working: Working) => Promise<CopyOutcome>
}

/** What stands in a working copy: JSON, or the text that is none yet. */
export const workingOf = (copy: WorkingCopy): Working => ('text' in copy ? copy.text : copy.template)

/** Refusals that another try does not lift. */
const final: ReadonlySet<ApiErrorCode> = new Set<ApiErrorCode>([
  'TEMPLATE_FROZEN',
  'NOT_FOUND',
  'TOO_LARGE',
  'ROLE_REFUSED',
])

/** Saves through the contract, and keeps what is saved where the window's views look for it. */
export function clientCopyPort(client: Client, queryClient: QueryClient): CopyPort {
  return {
    save: async (id, baseRevision, working) => {
      const written = typeof working === 'string' ? { text: working } : { template: working }
      const { error, data, isDefined } = await safe(client.studio.save({ id, baseRevision, ...written }))
      if (error === null) {
        keepWritten(queryClient, apiOf(client), data, written)
        return { kind: 'saved', revision: data.revision, savedAt: data.updatedAt }
      }
      if (isDefined && error.code === 'TEMPLATE_CHANGED')
        return { kind: 'conflict', theirs: error.data.current }
      return { kind: 'failed', error, retry: !isDefined || !final.has(error.code) }
    },
  }
}
