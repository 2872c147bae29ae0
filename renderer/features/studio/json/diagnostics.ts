import type { Diagnostic } from '@codemirror/lint'
import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser'
import { isJsonPath, type JsonPath } from '../../../../shared/studio/json-path.ts'
import type { StudioProblem } from '../../../../shared/studio/problem.ts'

/** A problem as the text is marked with it. */
export interface JsonMark extends Pick<StudioProblem, 'path' | 'severity'> {
  readonly text: string
}

/** What stands at a path, or the innermost thing around it that is there. */
function nodeAround(root: Node, path: JsonPath): Node {
  for (let length = path.length; length > 0; length--) {
    const found = findNodeAtLocation(root, path.slice(0, length))
    if (found) return found.parent?.type === 'property' && length < path.length ? found.parent : found
  }
  return root
}

/** The first line of what is marked: an object as a whole would colour half the file. */
function lineEnd(text: string, { offset, length }: Node): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? offset + length : Math.min(end, offset + length)
}

/** Where problems stand in the text, and where it is no JSON. */
export function diagnosticsOf(text: string, marks: readonly JsonMark[]): Diagnostic[] {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true })
  const [first] = errors
  return marks.flatMap((mark): Diagnostic[] => {
    if (first !== undefined && mark.path.length === 0) {
      const from = Math.min(first.offset, text.length)
      return [
        {
          from,
          to: Math.min(from + Math.max(1, first.length), text.length),
          severity: mark.severity,
          message: mark.text,
        },
      ]
    }
    if (root === undefined || !isJsonPath(mark.path)) return []
    const node = nodeAround(root, mark.path)
    return [{ from: node.offset, to: lineEnd(text, node), severity: mark.severity, message: mark.text }]
  })
}
