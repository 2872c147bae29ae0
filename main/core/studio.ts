import { z } from 'zod'
import type { KnownTemplate, TemplateRef } from '../../shared/template/template.ts'
import { copyHead, type Written, workingCopyIdSchema } from '../../shared/template/working-copy.ts'
import { transaction } from '../store/db.ts'
import { addToLog } from '../store/log.ts'
import {
  discardWorkingCopy,
  insertWorkingCopy,
  readWorkingCopies,
  readWorkingCopy,
  saveWorkingCopy,
} from '../store/templates/working-copies.ts'
import { type CoreState, calls, dbOf, openArchiveOf, stampFor } from './calls.ts'
import { headOf } from './publishing.ts'
import { pinnedTemplate } from './templates.ts'

/** What stands in a working copy that is begun from nothing. */
const nothingYet: Written = { template: { format: 'klarlagt/mall', version: 1, sections: [] } }

/** A template as its next version begins: all that it says but how answers came to it, under the first number that is free. NOT_FOUND. */
function nextOf({ templates }: CoreState, ref: TemplateRef): Written {
  const known: KnownTemplate = pinnedTemplate(templates, ref)
  const { $schema: _schema, follows: _follows, offered: _offered, withdrawn: _withdrawn, ...template } = known
  const versions = templates.all.filter(({ id }) => id === template.id).map(({ version }) => version)
  return {
    template: z.json().parse(JSON.parse(JSON.stringify({ ...template, version: Math.max(...versions) + 1 }))),
  }
}

/** Templates that are written in the archive. */
export const studioCalls = {
  list: calls.studio.list.handler(({ context: { state } }) => ({
    working: readWorkingCopies(dbOf(state)).map(copyHead),
    published: openArchiveOf(state).published.map((each) => headOf(state, each)),
  })),

  begin: calls.studio.begin.handler(({ input: { from, template }, context: { state, line } }) => {
    const db = dbOf(state)
    const stamp = stampFor(state, 'write-templates')
    const written =
      template !== undefined ? { template } : from === undefined ? nothingYet : nextOf(state, from)
    const id = workingCopyIdSchema.parse(state.newId())
    const begun = transaction(db, () => {
      addToLog(db, stamp, 'template-begun')
      return insertWorkingCopy(db, { id, from, written }, stamp)
    })
    state.changes.publish({ type: 'templates' }, line)
    return begun
  }),

  read: calls.studio.read.handler(({ input: { id }, context: { state } }) =>
    readWorkingCopy(dbOf(state), id),
  ),

  save: calls.studio.save.handler(({ input: { id, baseRevision, ...written }, context: { state, line } }) => {
    const db = dbOf(state)
    const stamp = stampFor(state, 'write-templates')
    const saved = transaction(db, () => saveWorkingCopy(db, { id, baseRevision, written }, stamp))
    state.changes.publish({ type: 'template-written', copy: id }, line)
    return saved
  }),

  discard: calls.studio.discard.handler(({ input: { id }, context: { state, line } }) => {
    const db = dbOf(state)
    const stamp = stampFor(state, 'write-templates')
    transaction(db, () => {
      discardWorkingCopy(db, id)
      addToLog(db, stamp, 'template-discarded')
    })
    state.changes.publish({ type: 'templates' }, line)
  }),
}
