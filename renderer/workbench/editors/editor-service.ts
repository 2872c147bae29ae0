import { type DockviewApi, type DockviewGroupPanel, type IDockviewPanel, Orientation } from 'dockview-react'
import { useEffect } from 'react'
import { z } from 'zod'
import { create } from 'zustand'
import type { Client } from '../../api/use-client.ts'
import { isBehindDialog } from '../../base/open-dialog.ts'
import type { EditorService, OpenOptions, Unsaved } from '../contribution.ts'
import { type EditorInput, editorId, type ReadInput } from '../editor-input.ts'
import {
  closeOverlay,
  type EditorsState,
  gridSchema,
  useLayoutStore,
  writeLayout,
} from '../layout/layout-store.ts'

interface EditorState {
  readonly active: EditorInput | undefined
  /** All open editors, in the order they were opened. */
  readonly open: readonly EditorInput[]
}

/** Which editors are open, as dockview last reported. */
export const useEditorStore = create<EditorState>(() => ({ active: undefined, open: [] }))

type Request = (api: DockviewApi) => void

/** How many closed editors can be opened again. */
const MOST_CLOSED = 20

/** The editors of one window. Requests made before dockview is ready are carried out once it is. */
export interface EditorHost extends EditorService {
  readonly attach: (api: DockviewApi) => () => void
  /** Dockview, once it is ready. */
  readonly api: () => DockviewApi | undefined
  /** The editors as they stand, to be put back later; undefined where there are none. */
  readonly state: () => EditorsState | undefined
}

const paramsSchema = z.object({ input: z.unknown() })

/** The input among a dockview panel's parameters. */
export function inputIn(params: unknown, read: ReadInput): EditorInput | undefined {
  const parsed = paramsSchema.safeParse(params)
  return parsed.success ? read(parsed.data.input) : undefined
}

/** `read` is the registry's. */
export function createEditorHost(read: ReadInput): EditorHost {
  let dockview: DockviewApi | undefined
  let waiting: Request[] = []
  /** Editors that were closed, the last one last. */
  let closed: EditorInput[] = []
  const whenReady = (request: Request) => {
    if (dockview === undefined) waiting.push(request)
    else request(dockview)
  }

  return {
    api: () => dockview,
    state: () => dockview && editorsState(dockview, read),
    attach: (api) => {
      dockview = api
      const publish = () => {
        const open = openInputs(api, read)
        const { active } = useEditorStore.getState()
        const id = api.activePanel?.id
        // The same editor keeps the same object, so that those who follow the active one render only when it changes.
        const same = active !== undefined && editorId(active) === id
        useEditorStore.setState({
          open,
          active: same ? active : open.find((input) => editorId(input) === id),
        })
      }
      const listeners = [
        ...[api.onDidActivePanelChange, api.onDidAddPanel, api.onDidRemovePanel].map((listen) =>
          listen(publish),
        ),
        api.onDidRemovePanel(({ params }) => {
          const input = inputIn(params, read)
          if (input !== undefined) closed = [...closed.slice(1 - MOST_CLOSED), input]
        }),
      ]
      for (const request of waiting) request(api)
      waiting = []
      publish()
      return () => {
        for (const listener of listeners) listener.dispose()
        dockview = undefined
        closed = []
        useEditorStore.setState({ active: undefined, open: [] })
      }
    },
    open: (input, options = {}) => {
      closeOverlay()
      whenReady((api) => {
        openIn(api, input, options)
        if (options.background !== true && options.keepFocus !== true) focusActive(api)
      })
    },
    close: (input) => whenReady((api) => api.getPanel(editorId(input))?.api.close()),
    isOpen: (input) => dockview?.getPanel(editorId(input)) !== undefined,
    replace: (input, next, options = {}) =>
      whenReady((api) => {
        const before = api.getPanel(editorId(input))
        openIn(api, next, options, before?.group)
        const rest = closed
        before?.api.close()
        // What has become something else is not gone.
        closed = rest
        if (options.keepFocus !== true) focusActive(api)
      }),
    reopen: () =>
      whenReady((api) => {
        const input = closed.findLast((each) => api.getPanel(editorId(each)) === undefined)
        if (input === undefined) return
        closed = closed.slice(0, closed.lastIndexOf(input))
        openIn(api, input, {})
        focusActive(api)
      }),
    inGroup: (input) =>
      dockview
        ?.getPanel(editorId(input))
        ?.group.panels.flatMap(({ params }) => inputIn(params, read) ?? []) ?? [],
    move: (input, split) =>
      whenReady((api) => {
        const panel = api.getPanel(editorId(input))
        // An editor alone in its group has nothing to split from.
        if (panel === undefined || panel.group.panels.length < 2) return
        panel.api.moveTo({ group: panel.group, position: split === 'right' ? 'right' : 'bottom' })
        focusActive(api)
      }),
    focusActive: () => whenReady(focusActive),
  }
}

/** The inputs of all panels, in dockview's order. */
export function openInputs(api: DockviewApi, read: ReadInput): EditorInput[] {
  return api.panels.flatMap(({ params }) => inputIn(params, read) ?? [])
}

/** The group that stands to the right of another, the nearest of them. */
function groupBeside(api: DockviewApi, { element }: DockviewGroupPanel): DockviewGroupPanel | undefined {
  const from = element.getBoundingClientRect()
  return api.groups
    .map((group) => ({ group, at: group.element.getBoundingClientRect() }))
    .filter(({ at }) => at.left >= from.right - 1 && at.top < from.bottom && at.bottom > from.top)
    .toSorted((one, other) => one.at.left - other.at.left || one.at.top - other.at.top)[0]?.group
}

interface Place {
  readonly referenceGroup: DockviewGroupPanel
  readonly direction: 'right' | 'below' | 'within'
}

/** Where a new editor stands. */
function placeFor(api: DockviewApi, { split, beside }: OpenOptions): Place | undefined {
  const from = beside && api.getPanel(editorId(beside))?.group
  const next = from && groupBeside(api, from)
  if (next !== undefined) return { referenceGroup: next, direction: 'within' }
  const direction = from !== undefined || split === 'right' ? 'right' : split === 'down' ? 'below' : 'within'
  const reference = from ?? api.activeGroup
  return reference && { referenceGroup: reference, direction }
}

/** Shows a tab in its group, while another group stays the active one. */
function bringForward(panel: IDockviewPanel): void {
  panel.group.model.openPanel(panel, { skipSetGroupActive: true })
}

/** `within`: the group that a new editor stands in, where that is settled. */
function openIn(
  api: DockviewApi,
  input: EditorInput,
  options: OpenOptions,
  within?: DockviewGroupPanel,
): void {
  const { background, keepFocus } = options
  const id = editorId(input)
  const there = api.getPanel(id)
  if (there !== undefined) {
    if (keepFocus === true) bringForward(there)
    else if (background !== true) there.api.setActive()
    return
  }
  const position: Place | undefined =
    within === undefined ? placeFor(api, options) : { referenceGroup: within, direction: 'within' }
  const added = api.addPanel({
    id,
    component: 'editor',
    tabComponent: 'tab',
    title: id,
    params: { input },
    inactive: background === true || keepFocus === true,
    ...(position && { position }),
  })
  if (keepFocus === true) bringForward(added)
}

/** What last had the focus in each pane. */
const lastFocused = new WeakMap<Element, HTMLElement>()

/** Keeps what has the focus in a pane, so that it has it again when the pane is come back to. */
export function keepFocusIn(pane: Element, target: EventTarget): void {
  if (target instanceof HTMLElement) lastFocused.set(pane, target)
}

/** Focuses the active editor, unless it already has the focus: where in it the focus last was, or its beginning. */
function focusActive(api: DockviewApi): void {
  requestAnimationFrame(() => {
    const pane = api.activePanel?.view.content.element.querySelector<HTMLElement>('.editor-pane')
    if (pane == null || pane.contains(document.activeElement) || isBehindDialog(pane)) return
    const before = lastFocused.get(pane)
    const target =
      before !== undefined && pane.contains(before) && before.offsetParent !== null ? before : pane
    target.focus({ preventScroll: target !== pane })
  })
}

const QUIET_MS = 500

/** The editors as they are stored: dockview's grid, and the inputs of its tabs. */
export function editorsState(api: DockviewApi, read: ReadInput): EditorsState | undefined {
  const { grid, activeGroup } = api.toJSON()
  const parsed = gridSchema.safeParse(grid)
  if (!parsed.success) return undefined
  return { grid: parsed.data, inputs: openInputs(api, read), activeGroup }
}

/** Restores stored editors. */
export function restoreEditors(api: DockviewApi, { grid, inputs, activeGroup }: EditorsState): void {
  const panels = inputs.map((input) => {
    const id = editorId(input)
    return [
      id,
      { id, contentComponent: 'editor', tabComponent: 'tab', title: id, params: { input } },
    ] as const
  })
  const { orientation, ...rest } = grid
  api.fromJSON({
    ...api.toJSON(),
    grid: {
      ...rest,
      orientation: orientation === 'VERTICAL' ? Orientation.VERTICAL : Orientation.HORIZONTAL,
    },
    panels: Object.fromEntries(panels),
    ...(activeGroup === undefined ? {} : { activeGroup }),
  })
}

/** Stores a change of the layout that waits for its turn. */
let storeNow: (() => Promise<void>) | undefined

/** The layout, which is stored at once when the archive or the window closes. It keeps neither of them open. */
export const unsavedLayout: Unsaved = {
  pending: () => false,
  flush: async () => {
    await storeNow?.()
    return true
  },
}

/** Stores the layout shortly after its last change. */
export function useLayoutStorage(client: Client, api: DockviewApi | undefined, read: ReadInput): void {
  useEffect(() => {
    if (api === undefined) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const store = async () => {
      clearTimeout(timer)
      storeNow = undefined
      const layout = writeLayout({ bars: useLayoutStore.getState().bars, editors: editorsState(api, read) })
      const value = z.json().parse(JSON.parse(JSON.stringify(layout)))
      await client.settings.set({ key: 'layout', value }).catch((error: unknown) => {
        console.warn('The layout was not stored.', error)
      })
    }
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void store(), QUIET_MS)
      storeNow = store
    }
    // A tab that has just been opened shall be there after a crash; sizes are dragged, and wait until they rest.
    const atOnce = () => {
      storeNow = store
      queueMicrotask(() => void storeNow?.())
    }
    const listeners = [api.onDidLayoutChange(soon), api.onDidAddPanel(atOnce), api.onDidRemovePanel(atOnce)]
    const stop = useLayoutStore.subscribe((state, before) => state.bars !== before.bars && soon())
    return () => {
      clearTimeout(timer)
      storeNow = undefined
      for (const listener of listeners) listener.dispose()
      stop()
    }
  }, [client, api, read])
}
