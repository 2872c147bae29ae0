import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
// Before our own: base.css lets icons grow with the text.
import '@vscode/codicons/dist/codicon.css'
import './base/theme/tokens.css'
import './base/theme/base.css'
import './base/theme/form.css'
import './base/theme/table.css'
import { useChanges } from './api/changes.ts'
import { type Connection, ConnectionContext } from './api/connection.ts'
import { errorText } from './api/error-text.ts'
import { usePolicies } from './api/policies.ts'
import { shareStructure } from './api/share-structure.ts'
import { type Client, ClientContext, useApi } from './api/use-client.ts'
import { ConfirmDialog } from './base/confirm.tsx'
import { ErrorBoundary } from './base/error-boundary.tsx'
import { Toasts } from './base/toasts.tsx'
import { LanguageContext, useT } from './base/use-t.ts'
import { contributions } from './contributions.ts'
import { useForgetWhenLocked } from './features/lock/forget.ts'
import { WhoWorks } from './features/people/who-works.tsx'
import { Locked } from './features/welcome/locked.tsx'
import { Welcome } from './features/welcome/welcome.tsx'
import type { DesktopMenu } from './workbench/commands.ts'
import { createEditorHost } from './workbench/editors/editor-service.ts'
import { ArchiveFrame } from './workbench/frame/frame.tsx'
import { ReconnectDialog } from './workbench/frame/reconnect-dialog.tsx'
import { useAppearance, usePreferences } from './workbench/preferences.ts'
import { createRegistry } from './workbench/registry.ts'
import { type GuardClose, WorkbenchProvider } from './workbench/workbench-provider.tsx'

/** What the host of the window gives: the core, and the desktop's menu where there is one. */
export interface AppProps {
  readonly client: Client
  readonly connection: Connection
  readonly menu?: DesktopMenu | undefined
  readonly guardClose?: GuardClose | undefined
}

/** The whole program in one window. */
export function App(props: AppProps) {
  const [queryClient] = useState(
    () =>
      new QueryClient({
        // The core is on this machine and tells of its changes: nothing grows stale by itself, and a refusal is an answer.
        defaultOptions: {
          queries: {
            staleTime: Number.POSITIVE_INFINITY,
            retry: false,
            networkMode: 'always',
            structuralSharing: shareStructure,
          },
        },
      }),
  )
  return (
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <ConnectionContext value={props.connection}>
          <ClientContext value={props.client}>
            <InLanguage>
              <ErrorBoundary>
                <Window {...props} />
              </ErrorBoundary>
              <Toasts />
              <ConfirmDialog />
            </InLanguage>
          </ClientContext>
        </ConnectionContext>
      </QueryClientProvider>
    </CSPProvider>
  )
}

/** Everything in the language that the user has chosen, or the agency for all. */
function InLanguage({ children }: { children: ReactNode }) {
  const preferred = usePreferences((state) => state.language)
  const language = usePolicies().language ?? preferred
  useAppearance(language)
  return <LanguageContext value={language}>{children}</LanguageContext>
}

function Window({ client, menu, guardClose }: AppProps) {
  const t = useT()
  const queryClient = useQueryClient()
  const [registry] = useState(() => createRegistry(contributions))
  const [editors] = useState(() => createEditorHost(registry.readInput))
  useChanges(client, queryClient)
  const hasUnsaved = useCallback(
    () => registry.unsaved.some(({ pending }) => pending(client)),
    [registry, client],
  )
  const api = useApi()
  const { data: archive, ...status } = useQuery(api.archive.status.queryOptions())
  const { data: reading, ...policies } = useQuery(api.policies.get.queryOptions())
  const forgets = useForgetWhenLocked(archive, hasUnsaved)
  useEffect(() => {
    document.title =
      archive?.state === 'open' ? t('frame.window', { name: archive.archive.name }) : t('frame.app')
  }, [archive, t])
  if (forgets) return null
  // Nothing is shown before it is known what the agency lets it be.
  if (archive === undefined || reading === undefined) {
    const error = status.error ?? policies.error
    if (error === null) return <p className="view-message">{t('frame.starting')}</p>
    return (
      <div className="view-message" role="alert">
        <p>{errorText(t, error)}</p>
        <button type="button" className="button" onClick={() => void queryClient.refetchQueries()}>
          {t('frame.view.retry')}
        </button>
      </div>
    )
  }
  return (
    <WorkbenchProvider
      client={client}
      registry={registry}
      archive={archive}
      editors={editors}
      menu={menu}
      guardClose={guardClose}
    >
      {archive.state === 'open' && !archive.chosen ? (
        <WhoWorks key={archive.archive.path} archive={archive} />
      ) : archive.state === 'open' ? (
        <ArchiveFrame key={archive.opening} editors={editors} menu={menu === undefined} />
      ) : archive.locked === undefined ? (
        <Welcome status={archive} />
      ) : (
        <Locked archive={archive.locked} />
      )}
      <ReconnectDialog />
    </WorkbenchProvider>
  )
}
