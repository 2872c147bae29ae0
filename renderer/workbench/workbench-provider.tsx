import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { ArchiveStatus } from '../../shared/api/archive.ts'
import { useConnection } from '../api/connection.ts'
import type { Client } from '../api/use-client.ts'
import { PlayedOn } from '../base/clock.ts'
import { confirm } from '../base/confirm.tsx'
import { openDialogOf } from '../base/open-dialog.ts'
import { notify } from '../base/toasts.tsx'
import { useLanguage, useT } from '../base/use-t.ts'
import { type DesktopMenu, hasPlace, runCommand, useDesktopMenu } from './commands.ts'
import {
  ArchiveContext,
  RegistryContext,
  ServicesContext,
  useCommandContext,
  useRegistry,
} from './context.ts'
import type { EditorService, Services, Workbench } from './contribution.ts'
import { useEditorStore } from './editors/editor-service.ts'
import { keybindings, resolve } from './keybindings.ts'
import { isMac } from './keys/stroke.ts'
import { layoutService } from './layout/layout-store.ts'
import { usePreferences } from './preferences.ts'
import type { Registry } from './registry.ts'

/** Guards the window against closing with unsaved changes; matches `guardClose` of renderer/api. */
export type GuardClose = (guard: {
  readonly pending: () => boolean
  readonly flush: () => Promise<boolean>
}) => () => void

/** Provides the services to everything below it, and runs commands by key and from the menu. */
export function WorkbenchProvider(props: {
  client: Client
  registry: Registry
  archive: ArchiveStatus
  editors: EditorService
  menu?: DesktopMenu | undefined
  guardClose?: GuardClose | undefined
  children: ReactNode
}) {
  const { client, registry, archive, editors, guardClose } = props
  const queryClient = useQueryClient()
  const language = useLanguage()
  const t = useT()

  const now = useRef({ archive, language, t })
  useLayoutEffect(() => {
    now.current = { archive, language, t }
  }, [archive, language, t])

  const services = useMemo<Services>(() => {
    const self: Services = {
      client,
      queryClient,
      editors,
      layout: layoutService,
      notify,
      confirm,
      saveAll: () => saveAll(registry, client),
      runCommand: (id, args) => runCommand(registry, standing(), id, args),
    }
    const standing = (): Workbench => ({
      ...self,
      ...now.current,
      activeEditor: useEditorStore.getState().active,
    })
    return self
  }, [client, queryClient, editors, registry])

  useEffect(
    () =>
      guardClose?.({
        pending: () => registry.unsaved.some(({ pending }) => pending(client)),
        flush: () => saveAll(registry, client),
      }),
    [guardClose, registry, client],
  )

  // What could not be saved while the line was broken, or the archive closed, need not wait for its next turn.
  const isReachable = useConnection() === 'open' && archive.state === 'open'
  useEffect(() => {
    if (isReachable) void saveAll(registry, client)
  }, [isReachable, registry, client])

  return (
    <RegistryContext value={registry}>
      <ServicesContext value={services}>
        <ArchiveContext value={archive}>
          <PlayedOn value={archive.state === 'open' ? archive.playedOn : undefined}>
            <Keys />
            {props.menu === undefined ? null : <DesktopMenuBar menu={props.menu} />}
            {props.children}
          </PlayedOn>
        </ArchiveContext>
      </ServicesContext>
    </RegistryContext>
  )
}

async function saveAll({ unsaved }: Registry, client: Client): Promise<boolean> {
  return (await Promise.all(unsaved.map(({ flush }) => flush(client)))).every(Boolean)
}

/** Runs commands by key. Shows nothing. */
function Keys() {
  const workbench = useCommandContext()
  const { commands } = useRegistry()
  const chosen = usePreferences((state) => state.keys)
  const latest = useRef(workbench)
  useLayoutEffect(() => {
    latest.current = workbench
  }, [workbench])
  useEffect(() => {
    const bindings = keybindings(commands.values(), isMac, chosen)
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || inModal(event)) return
      const command = resolve(bindings, event, (candidate) => hasPlace(candidate, latest.current))
      if (command === undefined) return
      event.preventDefault()
      latest.current.runCommand(command.id)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [commands, chosen])
  return null
}

/** Keeps the desktop's own menu bar. Shows nothing in the window. */
function DesktopMenuBar({ menu }: { menu: DesktopMenu }) {
  useDesktopMenu(menu, useRegistry(), useCommandContext())
  return null
}

/** Whether the key belongs to an open dialog; one that is closing has the focus for a frame or two more, but no say. */
function inModal(event: KeyboardEvent): boolean {
  return event.target instanceof Element && openDialogOf(event.target) !== null
}
