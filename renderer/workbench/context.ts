import { createContext, use, useMemo } from 'react'
import type { ArchiveStatus } from '../../shared/api/archive.ts'
import { useLanguage, useT } from '../base/use-t.ts'
import type { Services, Workbench } from './contribution.ts'
import type { EditorInput } from './editor-input.ts'
import { useEditorStore } from './editors/editor-service.ts'
import type { Registry } from './registry.ts'

export const ServicesContext = createContext<Services | undefined>(undefined)
export const RegistryContext = createContext<Registry | undefined>(undefined)
export const ArchiveContext = createContext<ArchiveStatus | undefined>(undefined)

function provided<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is used outside the workbench.`)
  return value
}

/** The services: client, editors, layout, notify, confirm, commands. They stay the same for the window's lifetime. */
export function useWorkbench(): Services {
  return provided(use(ServicesContext), 'useWorkbench')
}

/** Everything the features contribute. */
export function useRegistry(): Registry {
  return provided(use(RegistryContext), 'useRegistry')
}

/** Whether an archive is open, and which. */
export function useArchive(): ArchiveStatus {
  return provided(use(ArchiveContext), 'useArchive')
}

/** What the active editor shows. */
export function useActiveEditor(): EditorInput | undefined {
  return useEditorStore(({ active }) => active)
}

/** What a command's `when` is asked with, for menus and palette; changes with the tab, the language and the archive. */
export function useCommandContext(): Workbench {
  const services = useWorkbench()
  const language = useLanguage()
  const t = useT()
  const archive = useArchive()
  const activeEditor = useActiveEditor()
  return useMemo(
    () => ({ ...services, language, t, archive, activeEditor }),
    [services, language, t, archive, activeEditor],
  )
}
