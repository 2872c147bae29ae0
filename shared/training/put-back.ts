import { isObject, type Json } from '../fields/json.ts'

/** What tells an item of a list from the others: its id, the note that it is about, or itself. */
const nameOf = (item: Json): Json | undefined => (isObject(item) ? (item.id ?? item.note) : item)

/**
 * What is written now, with what went from `before` to `after` put back where it stood. Whatever else has been written since stays, so
 * that undoing a removal takes nothing away.
 */
export function putBack(before: Json, after: Json, now: Json): Json {
  if (Array.isArray(before) && Array.isArray(after) && Array.isArray(now)) {
    const findIn = (list: readonly Json[], name: Json | undefined) =>
      list.find((item) => nameOf(item) === name)
    const still = now.map((item) => {
      const [was, became] = [findIn(before, nameOf(item)), findIn(after, nameOf(item))]
      return was === undefined || became === undefined ? item : putBack(was, became, item)
    })
    return before.reduce<Json[]>((list, item, index) => {
      const isGone = findIn(after, nameOf(item)) === undefined && findIn(list, nameOf(item)) === undefined
      return isGone ? list.toSpliced(index, 0, item) : list
    }, still)
  }
  if (!isObject(before) || !isObject(after) || !isObject(now)) return now
  return Object.fromEntries(
    Object.entries(now).map(([name, value]) => {
      const [was, became] = [before[name], after[name]]
      return [name, was === undefined || became === undefined ? value : putBack(was, became, value)]
    }),
  )
}
