import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { getLocation } from 'jsonc-parser'
import { isObject } from '../../../../shared/fields/json.ts'
import { jsonAt } from '../../../../shared/studio/json-path.ts'
import { membersAt, type SchemaMember, valuesAt } from '../../../../shared/studio/schema.ts'
import type { Working } from '../../../../shared/studio/working.ts'
import { beginningOf } from '../properties/beginning.ts'

/** The text of a member that is chosen, with something to go on from as its value. */
function memberText({ name, node }: SchemaMember, withValue: boolean): string {
  const key = JSON.stringify(name)
  return withValue ? `${key}: ${JSON.stringify(beginningOf(node))}` : key
}

/** The quoted or bare word that the caret stands in. */
function wordAt(text: string, position: number): { from: number; to: number } {
  const before = /"?[\w$-]*$/.exec(text.slice(0, position))?.[0] ?? ''
  const after = /^[\w$-]*"?/.exec(text.slice(position))?.[0] ?? ''
  return { from: position - before.length, to: position + after.length }
}

/** Completes members and values by the JSON Schema of templates, for the place that the caret is at. */
export function completionsOf(working: () => Working) {
  return (context: CompletionContext): CompletionResult | null => {
    const text = context.state.doc.toString()
    const { path, isAtPropertyKey, previousNode } = getLocation(text, context.pos)
    const { from, to } = wordAt(text, context.pos)
    if (!context.explicit && from === context.pos) return null
    if (isAtPropertyKey) {
      const of = path.slice(0, -1)
      const there = jsonAt(working(), of)
      const hasColon = /^\s*:/.test(text.slice(to))
      const written = previousNode?.type === 'string' ? String(previousNode.value) : ''
      const options = membersAt(working(), of)
        .filter(({ name }) => name === written || !isObject(there) || there[name] === undefined)
        .map((member) => ({
          label: JSON.stringify(member.name),
          type: 'property',
          boost: member.required ? 1 : 0,
          apply: memberText(member, !hasColon),
        }))
      return { from, to, options }
    }
    const options = valuesAt(working(), path).map((value) => ({
      label: JSON.stringify(value),
      type: 'constant',
    }))
    return options.length === 0 ? null : { from, to, options }
  }
}
