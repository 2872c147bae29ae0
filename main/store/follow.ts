import { z } from 'zod'
import { type NoteId, noteIdSchema } from '../../shared/case/ids.ts'
import type { TemplateRef } from '../../shared/template/template.ts'
import { all, type Db, query } from './db.ts'

/** The drafts that pin an earlier version of a template than this one, those of a case together. */
export function draftsBehind(db: Db, { id, version }: TemplateRef): NoteId[] {
  const behind = query
    .selectFrom('notes')
    .select('id')
    .where('template_id', '=', id)
    .where('template_version', '<', version)
    .where('status', '=', 'utkast')
    .orderBy('case_id')
  return all(db, behind, z.object({ id: noteIdSchema })).map((row) => row.id)
}
