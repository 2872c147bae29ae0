import type { Generated } from 'kysely'

/** The tables as the newest migration leaves them. JSON is kept as text and checked by zod when read. */
export interface Tables {
  archive: { id: number; user: string }
  cases: {
    id: string
    number: string
    details: string
    created_at: string
    updated_at: string
    revision: number
  }
  notes: {
    id: string
    case_id: string
    template_id: string
    template_version: number
    kind: string
    owner: string
    author: string
    status: string
    created_at: string
    updated_at: string
    revision: number
    answers: string
  }
  revisions: { note_id: string; revision: number; at: string; by: string; answers: string }
  records: {
    note_id: string
    case_id: string
    sequence: number
    previous: string | null
    digest: string
    canonical: string
    signature: string
  }
  log: {
    seq: Generated<number>
    at: string
    by: string
    action: string
    case_id: string | null
    note_id: string | null
  }
  settings: { key: string; value: string }
}
