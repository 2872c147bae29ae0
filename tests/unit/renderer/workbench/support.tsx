import { createORPCClient } from '@orpc/client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { type Client, ClientContext } from '../../../../renderer/api/use-client.ts'
import type { Contribution, EditorService } from '../../../../renderer/workbench/contribution.ts'
import { useEditorStore } from '../../../../renderer/workbench/editors/editor-service.ts'
import { defaultBars, useLayoutStore } from '../../../../renderer/workbench/layout/layout-store.ts'
import { createRegistry } from '../../../../renderer/workbench/registry.ts'
import { WorkbenchProvider } from '../../../../renderer/workbench/workbench-provider.tsx'

// The core and the editors are stand-ins: nothing here calls the first, and the second only hears it.
export const silent: Client = createORPCClient({
  call: () => Promise.reject(new Error('No core stands behind this window.')),
})
export const editors = {
  open: vi.fn(),
  close: vi.fn(),
  isOpen: () => false,
  replace: vi.fn(),
  reopen: vi.fn(),
  inGroup: () => [],
  move: vi.fn(),
  focusActive: vi.fn(),
} satisfies EditorService

/** A window as it is at its first start. */
export function freshWindow(): void {
  useLayoutStore.setState({ bars: defaultBars, narrow: false, overlay: undefined, auxiliaryEmpty: false })
  useEditorStore.setState({ active: undefined, open: [] })
}

/** Shows parts of the frame with an archive open, as the contributions fill them. */
export function showParts(
  children: ReactNode,
  contributions: readonly Contribution[],
  client: Client = silent,
): QueryClient {
  const queryClient = new QueryClient()
  render(
    <QueryClientProvider client={queryClient}>
      <WorkbenchProvider
        client={client}
        registry={createRegistry(contributions)}
        archive={{
          state: 'open',
          archive: { name: 'Prov', path: '/prov.klarlagt', demo: false, key: 'passphrase', recovery: false },
          opening: '1',
          user: { name: 'Anna Ek', role: 'utredare' },
          rights: [],
          chosen: true,
        }}
        editors={editors}
      >
        <ClientContext value={client}>{children}</ClientContext>
      </WorkbenchProvider>
    </QueryClientProvider>,
  )
  return queryClient
}
