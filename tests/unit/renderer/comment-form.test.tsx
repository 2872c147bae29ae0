import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WriteForm } from '../../../renderer/features/comments/write-form.tsx'
import { freshWindow, showParts } from './workbench/support.tsx'

beforeEach(freshWindow)
afterEach(cleanup)

test('nothing is written in a comment while it is sent, which would be forgotten with it', async () => {
  const sent = Promise.withResolvers<boolean>()
  const onClose = vi.fn()
  showParts(
    <WriteForm draft="one" label="Kommentar" send="Skicka" onSend={() => sent.promise} onClose={onClose} />,
    [],
  )
  const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Kommentar' })
  fireEvent.change(text, { target: { value: 'Vilken dag?' } })
  expect(text.readOnly).toBe(false)
  fireEvent.keyDown(text, { key: 'Enter', ctrlKey: true })
  expect(text.readOnly).toBe(true)
  await act(async () => sent.resolve(true))
  expect(text.readOnly).toBe(false)
  expect(onClose).toHaveBeenCalledOnce()
})

test('what could not be sent stands there, to be written on', async () => {
  showParts(
    <WriteForm
      draft="other"
      label="Kommentar"
      send="Skicka"
      onSend={() => Promise.resolve(false)}
      onClose={vi.fn()}
    />,
    [],
  )
  const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Kommentar' })
  fireEvent.change(text, { target: { value: 'Vilken dag?' } })
  await act(async () => fireEvent.keyDown(text, { key: 'Enter', ctrlKey: true }))
  expect(text.value).toBe('Vilken dag?')
  expect(text.readOnly).toBe(false)
})
