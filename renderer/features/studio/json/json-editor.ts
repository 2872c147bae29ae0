import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { json, jsonLanguage } from '@codemirror/lang-json'
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language'
import { setDiagnostics } from '@codemirror/lint'
import { Annotation, EditorState } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import type { Working } from '../../../../shared/studio/working.ts'
import { appearance } from './appearance.ts'
import { completionsOf } from './completions.ts'
import { diagnosticsOf, type JsonMark } from './diagnostics.ts'

export interface JsonEditor {
  /** Shows another content, unless that is what is written here. */
  readonly show: (content: Working) => void
  readonly mark: (marks: readonly JsonMark[]) => void
  readonly destroy: () => void
}

interface JsonEditorProps {
  readonly label: string
  readonly text: string
  /** Whether it is only read. */
  readonly isLocked: boolean
  /** Called with the text that somebody has written. */
  readonly onText: (text: string) => void
  /** The working copy that completions are of. */
  readonly working: () => Working
}

/** What comes from the form, and is not somebody's writing here. */
const fromElsewhere = Annotation.define<boolean>()

/** The least that makes one text the other. */
function changeBetween(before: string, after: string) {
  const most = Math.min(before.length, after.length)
  let from = 0
  while (from < most && before[from] === after[from]) from += 1
  let end = 0
  while (end < most - from && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) }
}

/**
 * An editor of JSON. It stands in a shadow root, where its style sheets are adopted: the page's policy refuses the style
 * elements that it would make elsewhere. Tab leaves it as any field, after Escape; Ctrl+Space completes.
 */
export function createJsonEditor(host: HTMLElement, props: JsonEditorProps): JsonEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const parent = document.createElement('div')
  root.replaceChildren(parent)
  let written = props.text
  const view = new EditorView({
    root,
    parent,
    state: EditorState.create({
      doc: props.text,
      extensions: [
        lineNumbers(),
        foldGutter(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        json(),
        jsonLanguage.data.of({ autocomplete: completionsOf(props.working) }),
        // What is typed and taken at once is taken, and no line is broken in its place.
        autocompletion({ icons: false, interactionDelay: 0 }),
        appearance,
        EditorView.contentAttributes.of({ 'aria-label': props.label }),
        EditorState.readOnly.of(props.isLocked),
        EditorView.lineWrapping,
        keymap.of([
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...historyKeymap,
          ...foldKeymap,
          ...defaultKeymap,
          indentWithTab,
        ]),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged || update.transactions.some((each) => each.annotation(fromElsewhere))) return
          written = update.state.doc.toString()
          props.onText(written)
        }),
      ],
    }),
  })

  /** Whether what is written here says the same, however it is spaced. */
  const says = (content: Working) => {
    try {
      return typeof content === 'string'
        ? content === written
        : JSON.stringify(JSON.parse(written)) === JSON.stringify(content)
    } catch {
      return false
    }
  }
  return {
    show: (content) => {
      if (says(content)) return
      const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2)
      view.dispatch({
        changes: changeBetween(view.state.doc.toString(), text),
        annotations: fromElsewhere.of(true),
      })
      written = text
    },
    mark: (marks) => view.dispatch(setDiagnostics(view.state, diagnosticsOf(written, marks))),
    destroy: () => view.destroy(),
  }
}
