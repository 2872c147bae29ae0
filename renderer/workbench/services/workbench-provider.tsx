import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { ArchiveStatus } from '../../../shared/api/archive.ts'
import type { Client } from '../../api/use-client.ts'
import { confirm } from '../../base/confirm.tsx'
import { notify } from '../../base/notify.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import { RegistryContext, WorkbenchContext } from '../context.ts'
import type { Workbench } from '../contribution.ts'
import type { EditorHost } from '../editors/editor-service.ts'
import { useEditorStore } from '../editors/editor-store.ts'
import { keybindings, resolve } from '../keybindings/dispatch.ts'
import { isMac } from '../keybindings/platform.ts'
import { layoutService } from '../layout/layout-store.ts'
import type { Registry } from '../registry.ts'
import { canRun, runCommand } from './commands.ts'
import { type DesktopMenu, useDesktopMenu } from './desktop-menu.ts'

/** Guards the window's closing while something is unsaved; fits `guardClose` of renderer/api. */
export type GuardClose = (guard: {
  readonly pending: () => boolean
  readonly flush: () => Promise<boolean>
}) => () => void

/** Gives everything below it the services, and runs commands by key and from the menu. */
export function WorkbenchProvider(props: {
  client: Client
  registry: Registry
  archive: ArchiveStatus
  editors: EditorHost
  menu?: DesktopMenu | undefined
  guardClose?: GuardClose | undefined
  children: ReactNode
}) {
  const { client, registry, archive, editors, menu } = props
  const queryClient = useQueryClient()
  const language = useLanguage()
  const t = useT()
  const activeEditor = useEditorStore(({ active }) => active)

  const workbench = useMemo<Workbench>(() => {
    const self: Workbench = {
      client,
      queryClient,
      language,
      t,
      archive,
      activeEditor,
      activeCase: activeEditor !== undefined && 'caseId' in activeEditor ? activeEditor.caseId : undefined,
      editors,
      layout: layoutService,
      notify,
      confirm,
      saveAll: () => saveAll(registry, client),
      runCommand: (id, args) => runCommand(registry, self, id, args),
    }
    return self
  }, [client, queryClient, language, t, archive, activeEditor, editors, registry])

  const latest = useRef(workbench)
  useEffect(() => {
    latest.current = workbench
  }, [workbench])

  useEffect(() => {
    const bindings = keybindings(registry.commands.values(), isMac)
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || inModal(event)) return
      const command = resolve(bindings, event, (candidate) => canRun(candidate, latest.current))
      if (command === undefined) return
      event.preventDefault()
      latest.current.runCommand(command.id)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [registry])

  useDesktopMenu(menu, registry, workbench)

  const { guardClose } = props
  useEffect(
    () =>
      guardClose?.({
        pending: () => registry.unsaved.some(({ pending }) => pending(client)),
        flush: () => saveAll(registry, client),
      }),
    [guardClose, registry, client],
  )

  return (
    <RegistryContext value={registry}>
      <WorkbenchContext value={workbench}>{props.children}</WorkbenchContext>
    </RegistryContext>
  )
}

async function saveAll({ unsaved }: Registry, client: Client): Promise<boolean> {
  return (await Promise.all(unsaved.map(({ flush }) => flush(client)))).every(Boolean)
}

/** While a dialog stands, keys are its own. */
function inModal(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest('[role=dialog],[role=alertdialog]') !== null
}
