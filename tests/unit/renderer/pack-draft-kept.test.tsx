// The pack that a trainer writes is kept in the archive's settings, which any part of the window asks for whenever it likes.
import { createORPCClient } from '@orpc/client'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../../renderer/api/use-client.ts'
import { unsavedPack, usePackDraft } from '../../../renderer/features/exercise/author/kept.ts'
import { emptyPackDraft, noWords, PACK_DRAFT } from '../../../shared/training/pack-draft.ts'
import { freshWindow, showParts } from './workbench/support.tsx'

const titled = (sv: string) => ({ ...emptyPackDraft, title: { ...noWords, sv } })

/** A core that keeps settings; an answer of them holds what they were when it was asked, and comes when it is let go. */
function settingsCore() {
  let stored: unknown = titled('Förr')
  let held: (() => void)[] | undefined
  const client: Client = createORPCClient({
    call: async ([, name], input) => {
      if (name === 'set') {
        if (typeof input === 'object' && input !== null && 'value' in input) stored = input.value
        return undefined
      }
      const answer = { [PACK_DRAFT]: stored }
      const waits = held
      if (waits !== undefined) await new Promise<void>((go) => waits.push(go))
      return answer
    },
  })
  return {
    client,
    stored: () => stored,
    hold: () => {
      held = []
    },
    letGo: () => {
      for (const go of held ?? []) go()
      held = undefined
    },
  }
}

function Title() {
  const { draft, change } = usePackDraft()
  return draft === undefined ? null : (
    <input
      aria-label="Rubrik"
      value={draft.title.sv}
      onChange={({ target }) => change({ title: { ...noWords, sv: target.value } })}
    />
  )
}

beforeEach(freshWindow)
afterEach(cleanup)

const rubrik = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Rubrik' })

test.each(['before what is written is kept', 'after'])(
  'settings that were asked for earlier and are answered %s take nothing of it away',
  async (when) => {
    const core = settingsCore()
    const queryClient = showParts(<Title />, [], core.client)
    expect((await rubrik()).value).toBe('Förr')
    core.hold()
    const asked = queryClient.invalidateQueries()
    fireEvent.change(await rubrik(), { target: { value: 'Två vägar' } })
    if (when === 'after') expect(await unsavedPack.flush(core.client)).toBe(true)
    core.letGo()
    await asked
    expect((await rubrik()).value).toBe('Två vägar')
    fireEvent.change(await rubrik(), { target: { value: 'Två vägar till' } })
    await waitFor(() => expect(unsavedPack.pending(core.client)).toBe(false))
    expect(core.stored()).toEqual(titled('Två vägar till'))
    expect((await rubrik()).value).toBe('Två vägar till')
  },
)
