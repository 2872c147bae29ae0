import type { z } from 'zod'
import type { Cause } from '../fields/define.ts'
import type { TextKey } from '../text/index.ts'

type Path = readonly PropertyKey[]

/** `sections[0].fields[2].id`, as a reader finds it in the file. */
export function pathText(path: Path): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') return `[${part}]`
      return index === 0 ? String(part) : `.${String(part)}`
    })
    .join('')
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, part)
  }
  return value
}

const typeKeys: Partial<Record<string, TextKey>> = {
  string: 'rules.template.typeText',
  number: 'rules.template.typeNumber',
  int: 'rules.template.typeInteger',
  boolean: 'rules.template.typeBoolean',
  array: 'rules.template.typeList',
  object: 'rules.template.typeObject',
}

/** Of a union's branches, the one the writer meant: it has no unknown members, and the fewest faults. */
function meantBranch(branches: readonly z.core.$ZodIssue[][]): readonly z.core.$ZodIssue[] | undefined {
  return branches
    .filter(
      (branch) => !branch.some((issue) => issue.code === 'unrecognized_keys' && issue.path.length === 0),
    )
    .filter((branch) => branch.some((issue) => issue.path.length > 0))
    .toSorted((a, b) => a.length - b.length)[0]
}

/** Says in plain words what zod found; `root` is what was read, `base` the path the issue's path begins at. */
export function causesOf(issue: z.core.$ZodIssue, root: unknown, base: Path = []): Cause[] {
  const path = [...base, ...issue.path]
  switch (issue.code) {
    case 'invalid_type':
    case 'invalid_value':
      if (valueAt(root, path) === undefined) return [{ path, key: 'rules.template.missing' }]
      if (issue.code === 'invalid_value')
        return [
          { path, key: 'rules.template.value', params: { values: issue.values.map(String).join(', ') } },
        ]
      return [{ path, key: typeKeys[issue.expected] ?? 'rules.template.notAccepted' }]
    case 'unrecognized_keys':
      return issue.keys.map((name) => ({ path: [...path, name], key: 'rules.template.unknownMember' }))
    case 'invalid_format':
      return [{ path, key: issue.message === 'slug' ? 'rules.template.slug' : 'rules.template.notAccepted' }]
    case 'too_small':
      return [{ path, key: 'rules.template.tooSmall' }]
    case 'too_big':
      return [{ path, key: 'rules.template.tooLarge' }]
    case 'invalid_union': {
      if (valueAt(root, path) === undefined) return [{ path, key: 'rules.template.missing' }]
      if (issue.discriminator !== undefined && 'options' in issue && Array.isArray(issue.options))
        return [
          { path, key: 'rules.template.value', params: { values: issue.options.map(String).join(', ') } },
        ]
      const meant = meantBranch(issue.errors)
      if (meant) return meant.flatMap((inner) => causesOf(inner, root, path))
      const inCondition = path.some((part) => part === 'visibleWhen' || part === 'obligatoryWhen')
      return [{ path, key: inCondition ? 'rules.template.condition' : 'rules.template.notAccepted' }]
    }
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return [{ path, key: 'rules.template.notAccepted' }]
  }
}
