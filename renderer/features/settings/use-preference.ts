import { errorText } from '../../api/error-text.ts'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { type Preferences, setPreferences, usePreferences } from '../../workbench/services/preferences.ts'

/** The preferences, and how one is changed: at once in the window, and in the archive. A refused save is told. */
export function usePreference() {
  const t = useT()
  const { client, notify } = useWorkbench()
  const preferences = usePreferences()
  const change = (patch: Partial<Preferences>) => {
    const value = setPreferences(patch)
    client.settings.set({ key: 'preferences', value: { ...value } }).catch((error: unknown) => {
      notify(errorText(t, error), 'error')
    })
  }
  return { preferences, change }
}
