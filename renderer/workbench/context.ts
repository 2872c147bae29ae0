import { createContext, use } from 'react'
import type { Workbench } from './contribution.ts'
import type { Registry } from './registry.ts'

export const WorkbenchContext = createContext<Workbench | undefined>(undefined)
export const RegistryContext = createContext<Registry | undefined>(undefined)

/** The workbench's services: client, editors, layout, notify, confirm, commands. Only inside the workbench. */
export function useWorkbench(): Workbench {
  const workbench = use(WorkbenchContext)
  if (workbench === undefined) throw new Error('useWorkbench is used outside the workbench.')
  return workbench
}

/** Everything contributed. Only inside the workbench. */
export function useRegistry(): Registry {
  const registry = use(RegistryContext)
  if (registry === undefined) throw new Error('useRegistry is used outside the workbench.')
  return registry
}
