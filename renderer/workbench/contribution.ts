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

/** What a command is told, as data: `{caseId: '…'}`. */
export type CommandArgs = Readonly<Record<string, string>>

export const menus = ['archive', 'edit', 'view', 'go', 'note', 'help'] as const
export type MenuId = (typeof menus)[number]

/**
 * Everything that can be done has a command with an id; menus, palette, buttons and keys refer to it.
 * `keys`: strokes such as `Mod+S`, `Mod+Shift+P`, `F6`; Mod is Ctrl, and Cmd on a Mac. The first is shown.
 * Never Ctrl+Alt with a character: AltGr writes with it (a test holds that).
 */
export interface Command {
  readonly id: string
  readonly title: TextKey
  readonly category?: TextKey
  readonly icon?: IconName
  readonly keys?: readonly string[]
  /** Whether it can run now; asked again at each use. A command that cannot run is not offered. */
  readonly when?: (workbench: Workbench) => boolean
  readonly run: (workbench: Workbench, args: CommandArgs) => void | Promise<void>
  readonly menu?: MenuId
  /** Left out of the palette: commands that need arguments. */
  readonly hidden?: boolean
}

/** What a tab tells of its editor. */
export interface EditorTitle {
  readonly title: string
  readonly icon: IconName
  /** Said after the title by screen readers and in the tooltip: which case, which owner. */
  readonly description?: string
  /** A `data-tone` that colours the icon. Say in `description` what the colour says. */
  readonly tone?: string
  readonly decoration?: EditorDecoration
}

/** What is wrong in an editor or not yet saved in it, for its tab. */
export interface EditorDecoration {
  readonly dirty: boolean
  readonly errors: number
  readonly warnings: number
}

/** Made with `defineEditor` (define-editor.tsx), which ties the component to its kind of input. */
export interface EditorContribution {
  readonly type: EditorType
  /** The input that stored JSON means; undefined where it is none of this kind. */
  readonly read: (raw: unknown) => EditorInput | undefined
  readonly Editor: ComponentType<{ input: EditorInput }>
  /** A hook: may read queries and stores. */
  readonly useTitle: (input: EditorInput) => EditorTitle
}

/** An activity: an item in the activity bar, and the view that it shows in the side bar. */
export interface SideBarView {
  readonly id: string
  readonly title: TextKey
  readonly icon: IconName
  readonly component: ComponentType
  readonly order: number
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
  /** A hook: whether the section has anything to say now. Where none has, the bar leaves its width to the editors. */
  readonly useApplies?: () => boolean
}

/** Something in the status bar. Its component renders text, or a `StatusButton` (status-item.tsx), or nothing. */
export interface StatusItem {
  readonly id: string
  readonly side: 'left' | 'right'
  readonly component: ComponentType
  readonly order: number
}

/** A line of the palette, found by its texts: the first tells the most. */
export interface PaletteItem {
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly icon: IconName
  readonly tone?: string
  readonly keys?: string
  readonly texts: readonly string[]
  readonly run: () => void
}

export interface Unsaved {
  readonly pending: (client: Client) => boolean
  /** Saves it. True where all of it is in the store; false keeps the archive and the window open. */
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
  /** A hook, given by one feature alone: what quick open finds. */
  readonly useOpenItems?: () => readonly PaletteItem[]
  /** What is written here and may not be in the store yet: asked before the archive or the window closes. */
  readonly unsaved?: Unsaved
  /** Rendered once while an archive is open, shows nothing: for what runs beside the views. */
  readonly background?: ComponentType
}

export interface OpenOptions {
  /** Opens in a group of its own beside the active one; if it is open already, it is shown where it is. */
  readonly split?: 'right' | 'down'
  /** Leaves the focus where it is. */
  readonly background?: boolean
}

export interface EditorService {
  /** Shows the editor of this input, opening a tab where it has none. */
  readonly open: (input: EditorInput, options?: OpenOptions) => void
  readonly close: (input: EditorInput) => void
  readonly isOpen: (input: EditorInput) => boolean
  /** Puts `next` in the place of `input`'s tab: a chooser that becomes the note it made. */
  readonly replace: (input: EditorInput, next: EditorInput) => void
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
  /** Puts the focus into a part of the frame by the name in its `data-part`, once it is shown. */
  readonly focusPart: (name: string) => void
  /** Opens the auxiliary bar and unfolds the section. */
  readonly showAuxiliarySection: (id: string) => void
}

/** What every view may ask for by `useWorkbench()`. The object is the same for as long as the window stands. */
export interface Services {
  readonly client: Client
  readonly queryClient: QueryClient
  readonly editors: EditorService
  readonly layout: LayoutService
  readonly notify: Notify
  readonly confirm: Confirm
  /** Saves what every feature has unsaved. True where all of it is in the store. */
  readonly saveAll: () => Promise<boolean>
  /** Runs a command by its id; an error is told in a toast. False where there is none or it cannot run now. */
  readonly runCommand: (id: string, args?: CommandArgs) => boolean
}

/** What a command gets: the services, and how the window stands at that moment. */
export interface Workbench extends Services {
  readonly language: Language
  readonly t: Translate
  readonly archive: ArchiveStatus
  readonly activeEditor: EditorInput | undefined
}
