import { calls, dbOf } from './calls.ts'

/** Search across all cases. */
export const searchCalls = {
  find: calls.search.find.handler(({ context: { state } }) => {
    dbOf(state)
    return { groups: [] }
  }),
  count: calls.search.count.handler(({ context: { state } }) => {
    dbOf(state)
    return { count: 0, atLeast: false }
  }),
  complete: calls.search.complete.handler(({ context: { state } }) => {
    dbOf(state)
    return { values: [] }
  }),
  open: calls.search.open.handler(({ context: { state } }) => {
    dbOf(state)
    return { cases: [], notes: [] }
  }),
  saved: {
    list: calls.search.saved.list.handler(({ context: { state } }) => {
      dbOf(state)
      return []
    }),
    save: calls.search.saved.save.handler(({ context: { state } }) => void dbOf(state)),
    remove: calls.search.saved.remove.handler(({ context: { state } }) => void dbOf(state)),
  },
}
