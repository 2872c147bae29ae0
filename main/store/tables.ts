import type { Generated } from 'kysely'
import type { DerivedTable, RowOf } from '../../shared/projection/derived-rows.ts'

/** The tables as the newest migration leaves them. JSON is kept as text and checked by zod when read. */
export interface Tables {
  archive: { id: number; user: string }
  users: {
    id: string
    name: string
    roles: string
    rights: string
    added_at: string
    left_at: string | null
  }
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
    objections: string | null
    taken_over: string | null
    set_aside: string | null
    amends_verb: string | null
    amends_note: string | null
  }
  disposals: {
    case_id: string
    case_number: string
    closed_on: string
    at: string
    by: string
    reason: string
    notes: number
    records: number
    revisions: number
  }
  disposed_notes: {
    note_id: string
    case_id: string
    revision: number
    content_digest: string
    record_digest: string | null
  }
  traces: { case_id: string; indexed: number }
  annulments: { note_id: string; at: string; by: string; reason: string }
  revisions: {
    note_id: string
    revision: number
    at: string
    by: string
    cause: string
    sitting: number
    template_id: string
    template_version: number
    base: number | null
    content: Buffer
  }
  notes_to_thin: { note_id: string }
  disputed_revisions: { note_id: string; revision: number }
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
    seq: number
    at: string
    by: string
    action: string
    case_id: string | null
    note_id: string | null
    user_id: string | null
    about: string | null
    previous: string | null
    digest: string
  }
  signing_keys: {
    number: Generated<number>
    holder: string
    public_key: string
    wrapped: string
    made_at: string
  }
  review_events: {
    id: string
    note_id: string
    seq: number
    at: string
    by: string
    verb: string
    revision: number
    to: string | null
    reason: string | null
    verdicts: string | null
  }
  review_drafts: { reviewer: string; note_id: string; draft: string }
  settings: { key: string; value: string }
  phrases: { id: string; phrase: string }
  packages: {
    id: string
    case_id: string
    direction: string
    at: string
    by: string
    sender: string | null
    reply: string | null
    notes: string
  }
  working_copies: {
    id: string
    revision: number
    state: string
    text: string
    from_id: string | null
    from_version: number | null
    writers: string
    review: string | null
    begun_at: string
    updated_at: string
  }
  template_versions: {
    digest: string
    template_id: string
    template_version: number
    canonical: string
    seal: string
    added_at: string
    added_by: string
  }
  template_withdrawals: { digest: string; at: string; by: string; reason: string }
  case_marks: { case_id: string; user_id: string; until: string }
  saved_searches: { user_id: string; name: string; text: string }
  age_identities: { user_id: string; identity: string }
  comment_threads: { id: string; note_id: string; anchor: string; place: string }
  comment_entries: {
    seq: Generated<number>
    id: string
    thread_id: string
    at: string
    by: string
    content: string
  }
  derive_queue: { case_id: string }
  derived_by: { id: number; version: number; templates: string }
  case_facts: RowOf<'case_facts'> & { n: Generated<number>; case_id: string }
  case_events: OfCase<'case_events'>
  case_insatser: OfCase<'case_insatser'>
  case_dues: OfCase<'case_dues'>
  survey_answers: OfCase<'survey_answers'>
}

/** A derived row with the case it is of, and its place among the case's rows. */
type OfCase<T extends DerivedTable> = RowOf<T> & { case_n: number; seq: number }
