import type { Option } from '../../shared/fields/base.ts'

/** What a choice among several leaves chosen, and what it took away for that. */
export interface Toggled {
  values: string[]
  unchecked: string[]
}

/**
 * Checks or unchecks an option. One that excludes all others ("Inga anpassningar") unchecks them, and any other
 * unchecks it. Values that are no option any more stay where they are. In the order of the options.
 */
export function toggleOption(
  options: readonly Option[],
  chosen: readonly string[],
  value: string,
  checked: boolean,
): Toggled {
  const option = options.find((each) => each.value === value)
  const others = chosen.filter((each) => each !== value)
  const excluded = (each: string) =>
    option?.exclusive === true || options.some((other) => other.value === each && other.exclusive === true)
  const unchecked = checked ? others.filter(excluded) : []
  const next = new Set(checked ? [...others.filter((each) => !unchecked.includes(each)), value] : others)
  const known = options.filter((each) => next.has(each.value)).map((each) => each.value)
  const unknown = [...next].filter((each) => !known.includes(each))
  return { values: [...known, ...unknown], unchecked }
}
