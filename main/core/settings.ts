import { readPinnedTemplates } from '../store/read-notes.ts'
import { readSettings, writeSetting } from '../store/settings.ts'
import { calls } from './calls.ts'
import { dbOf } from './state.ts'
import { templatesInUse } from './templates.ts'

export const settings = {
  get: calls.settings.get.handler(({ context: { state } }) => readSettings(dbOf(state))),
  set: calls.settings.set.handler(({ input, context: { state, line } }) => {
    writeSetting(dbOf(state), input.key, input.value)
    state.changes.publish({ type: 'settings' }, line)
  }),
}

export const templates = {
  list: calls.templates.list.handler(({ context: { state } }) =>
    templatesInUse(state.templates, state.open ? readPinnedTemplates(state.open.db) : []),
  ),
}

export const changes = calls.changes.handler(({ context, signal }) =>
  context.state.changes.subscribe(context.line, signal),
)
