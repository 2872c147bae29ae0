import { syntaxTree } from '@codemirror/language'
import { RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin } from '@codemirror/view'

const name = Decoration.mark({ class: 'studio-json-name' })

/** The names of members in what is in sight: they are what one looks for. */
function names(view: EditorView): DecorationSet {
  const found = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges)
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: (node) => {
        if (node.name === 'PropertyName') found.add(node.from, node.to, name)
      },
    })
  return found.finish()
}

const namesInSight = ViewPlugin.define(
  (view) => {
    const shown = {
      decorations: names(view),
      update: () => {
        shown.decorations = names(view)
      },
    }
    return shown
  },
  { decorations: ({ decorations }) => decorations },
)

/** The colours and sizes of the window, which go through the shadow root as custom properties. No picture is fetched. */
const theme = EditorView.theme({
  '&': {
    height: '100%',
    color: 'var(--fg)',
    backgroundColor: 'var(--bg-editor)',
    fontSize: 'var(--size-frame)',
  },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--fg)' },
  '.cm-cursor': { borderLeftColor: 'var(--fg)' },
  '.cm-gutters': { color: 'var(--fg-muted)', backgroundColor: 'var(--bg-editor)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--bg-hover)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--bg-selected)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'transparent', outline: '1px solid var(--focus)' },
  '.cm-foldPlaceholder': {
    color: 'var(--fg)',
    backgroundColor: 'var(--bg-hover)',
    border: '1px solid var(--border)',
  },
  '.cm-tooltip': {
    color: 'var(--fg)',
    backgroundColor: 'var(--bg-side)',
    border: '1px solid var(--border-control)',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--fg)',
    backgroundColor: 'var(--bg-selected)',
  },
  '.studio-json-name': { color: 'var(--fg-link)' },
  '.cm-lintRange': { backgroundImage: 'none' },
  '.cm-lintRange-error': { textDecoration: 'underline wavy var(--marker-error)' },
  '.cm-lintRange-warning': { textDecoration: 'underline wavy var(--marker-warning)' },
  '.cm-lintRange-info': { textDecoration: 'underline dotted var(--marker-info)' },
  '.cm-diagnostic': { fontFamily: 'var(--font-ui)' },
})

/** How the editor of JSON looks. */
export const appearance = [theme, namesInSight]
