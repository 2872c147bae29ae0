// What a feature can give the workbench. A feature exports one `Contribution` and is listed in renderer/contributions.ts;
// importing it does nothing else. AGENTS.md beside this file shows how.
import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import type { ArchiveStatus } from '../../shared/api/archive.ts'
import type { Language, TextKey } from '../../shared/text/index.ts'
import type { Client } from '../api/use-client.ts'
import type { Confirm } from '../base/confirm.tsx'
import type { IconName } from '../base/icon.tsx'
import type { Notify } from '../base/toasts.tsx'
import type { Translate } from '../base/use-t.ts'
import type { EditorInput, EditorType } from './editor-input.ts'

/** A command's arguments, as data: `{caseId: '…'}`. */
export type CommandArgs = Readonly<Record<string, string>>

export const menus = ['archive', 'edit', 'view', 'go', 'note', 'help'] as const
export type MenuId = (typeof menus)[number]

/** Why a command is not for whoever works now: in a word or two beside it, and in full. */
export interface CommandRefusal {
  readonly short: string
  readonly why: string
  /** It is another archive that it needs, and not another person: the palette shows it too, greyed, so that whoever looks finds out. */
  readonly findable?: true
}

/**
 * Everything that can be done has a command with an id; menus, palette, buttons and keys refer to it.
 * `keys`: strokes such as `Mod+S`, `Mod+Shift+P`, `F6`; Mod is Ctrl, and Cmd on a Mac. The first that the host lets through is
 * shown; where a browser keeps one, an Alt key stands in its place. The user can choose others.
 * Never Ctrl+Alt with a character: AltGr types with it (a test checks that).
 */
export interface Command {
  readonly id: string
  readonly title: TextKey
  readonly category?: TextKey
  readonly icon?: IconName
  readonly keys?: readonly string[]
  /** Whether what has the focus keeps the command's keys for itself, as a search box does with undo; asked at each key. */
  readonly leavesKey?: () => boolean
  /** Whether it can run now; asked at each use. A command that cannot run is not offered. */
  readonly when?: (workbench: Workbench) => boolean
  /** Why it is refused, where it is: shown greyed with the reason in menus and buttons, and in the palette where it is `findable`. */
  readonly refused?: (workbench: Workbench, args: CommandArgs) => CommandRefusal | undefined
  readonly run: (workbench: Workbench, args: CommandArgs) => void | Promise<void>
  readonly menu?: MenuId
  /** Where it stands in the menu of a tab, which is the active one while its menu is open. */
  readonly tabMenu?: number
  /** Left out of the palette: commands that need arguments. */
  readonly hidden?: boolean
}

/** What a tab shows of its editor. */
export interface EditorTitle {
  readonly title: string
  readonly icon: IconName
  /** Follows the title in the tooltip and for screen readers: which case, which owner. */
  readonly description?: string
  /** What tells it from others of the same title, the most telling first: its case, the day it was begun. */
  readonly apart?: readonly string[]
  /** A `data-tone` that colours the icon. `description` must say in words what the colour says. */
  readonly tone?: string
  readonly decoration?: EditorDecoration
}

/** Problems and unsaved changes in an editor, shown on its tab. */
export interface EditorDecoration {
  readonly dirty: boolean
  readonly errors: number
  readonly warnings: number
}

/** Made by `defineEditor` (define-editor.tsx), which ties the component to its kind of input. */
export interface EditorContribution {
  readonly type: EditorType
  /** Reads an input from stored JSON; undefined if it is of another kind. */
  readonly read: (raw: unknown) => EditorInput | undefined
  readonly Editor: ComponentType<{ input: EditorInput }>
  /** A hook: may read queries and stores. */
  readonly useTitle: (input: EditorInput) => EditorTitle
}

/** An activity: an item in the activity bar and the view it opens in the side bar. */
export interface SideBarView {
  readonly id: string
  readonly title: TextKey
  readonly icon: IconName
  readonly component: ComponentType
  readonly order: number
  /** A hook: whether the view is for this archive. If not, there is no such activity. */
  readonly useApplies?: () => boolean
}

export interface PanelView {
  readonly id: string
  readonly title: TextKey
  readonly component: ComponentType
  readonly order: number
  /** A hook: the count behind the title. */
  readonly useBadge?: () => number
}

/** A section of the auxiliary bar to the right, under a heading that folds it. */
export interface AuxiliarySection {
  readonly id: string
  readonly title: TextKey
  readonly component: ComponentType
  readonly order: number
  /** A hook: whether the section has anything to show. If none has, the bar gives its width to the editors. */
  readonly useApplies?: () => boolean
}

/** Something in the status bar. Its component renders text, or a `StatusButton` (status-bar.tsx), or nothing. */
export interface StatusItem {
  readonly id: string
  readonly side: 'left' | 'right'
  readonly component: ComponentType
  readonly order: number
}

/** An entry in the palette, found by its texts, the most telling first. */
export interface PaletteItem {
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly icon: IconName
  readonly tone?: string
  readonly keys?: string
  readonly texts: readonly string[]
  /** Choosing it tells why it cannot run here. */
  readonly isRefused?: boolean
  readonly run: () => void
}

/** What quick open finds by what is typed. */
export interface OpenItems {
  /** The best first. */
  readonly items: readonly PaletteItem[]
  /** Whether they are what the text finds, and not what an earlier one did while this one is being looked for. */
  readonly isCurrent: boolean
}

export interface Unsaved {
  readonly pending: (client: Client) => boolean
  /** Saves it. True if everything is in the store; false keeps the archive and the window open. */
  readonly flush: (client: Client) => Promise<boolean>
}

export interface Contribution {
  readonly id: string
  readonly commands?: readonly Command[]
  readonly editors?: readonly EditorContribution[]
  readonly sideBarViews?: readonly SideBarView[]
  readonly panelViews?: readonly PanelView[]
  readonly auxiliarySections?: readonly AuxiliarySection[]
  readonly statusItems?: readonly StatusItem[]
  /** A hook, which only one feature may contribute: what quick open finds by a text; undefined while it isn't asked for anything. */
  readonly useOpenItems?: (text: string | undefined) => OpenItems
  /** Whether what an editor shows has gone from the archive; asked before tabs that were left are put back. */
  readonly isGone?: (
    input: EditorInput,
    services: Pick<Services, 'client' | 'queryClient'>,
  ) => Promise<boolean>
  /** What may be written here but not yet stored; asked before the archive or the window closes. */
  readonly unsaved?: Unsaved
  /** Stands across the window below the title bar, for as long as it renders anything. */
  readonly banner?: ComponentType
  /** Rendered once while an archive is open, without showing anything: for what runs beside the views. */
  readonly background?: ComponentType
}

export interface OpenOptions {
  /** Opens in a new group beside the active one; an editor that is already open is shown where it is. */
  readonly split?: 'right' | 'down'
  /** Opens in the group to the right of this open editor, or in a new one where there is none. */
  readonly beside?: EditorInput
  /** Leaves the focus where it is, and the tab behind the one that is shown. */
  readonly background?: boolean
  /** Brings the tab forward in its group, but leaves the focus and the active editor as they are. */
  readonly keepFocus?: boolean
}

export interface EditorService {
  /** Shows this input's editor, opening a tab if it has none. */
  readonly open: (input: EditorInput, options?: OpenOptions) => void
  readonly close: (input: EditorInput) => void
  readonly isOpen: (input: EditorInput) => boolean
  /** Replaces `input`'s tab with `next` where it stands: a chooser that becomes the note it made. */
  readonly replace: (input: EditorInput, next: EditorInput, options?: Pick<OpenOptions, 'keepFocus'>) => void
  /** Opens again the editor that was closed last, where there is one. */
  readonly reopen: () => void
  /** The open editors of the group that an editor is in, in the order of its tabs. */
  readonly inGroup: (input: EditorInput) => readonly EditorInput[]
  /** Moves an open editor into a group of its own. */
  readonly move: (input: EditorInput, split: 'right' | 'down') => void
  readonly focusActive: () => void
}

export const parts = ['sideBar', 'panel', 'auxiliaryBar'] as const
export type Part = (typeof parts)[number]

export interface LayoutService {
  readonly toggle: (part: Part) => void
  readonly setVisible: (part: Part, visible: boolean) => void
  readonly showSideBarView: (id: string) => void
  readonly showPanelView: (id: string) => void
  /** Focuses the part of the frame with this `data-part`, once it is shown. */
  readonly focusPart: (name: string) => void
  /** Opens the auxiliary bar and unfolds the section. */
  readonly showAuxiliarySection: (id: string) => void
}

/** What `useWorkbench()` gives every view. The object stays the same for the window's lifetime. */
export interface Services {
  readonly client: Client
  readonly queryClient: QueryClient
  readonly editors: EditorService
  readonly layout: LayoutService
  readonly notify: Notify
  readonly confirm: Confirm
  /** Saves whatever any feature has unsaved. True if everything is in the store. */
  readonly saveAll: () => Promise<boolean>
  /** Runs a command by id and reports an error in a toast. False if there is no such command or it cannot run now. */
  readonly runCommand: (id: string, args?: CommandArgs) => boolean
}

/** What a command is given: the services, and the state of the window at that moment. */
export interface Workbench extends Services {
  readonly language: Language
  readonly t: Translate
  readonly archive: ArchiveStatus
  readonly activeEditor: EditorInput | undefined
}
