import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { useSubmit } from '../../../../renderer/base/use-submit.ts'

afterEach(cleanup)

function Form({ run }: { run: () => Promise<void> }) {
  return (
    <form aria-label="form" onSubmit={useSubmit(run)}>
      <input />
    </form>
  )
}

it('does what a form asks once until that is done, and then again', async () => {
  const done: (() => void)[] = []
  const run = vi.fn(() => new Promise<void>((resolve) => done.push(resolve)))
  render(<Form run={run} />)
  // The page itself is never left for what a form asks.
  expect(fireEvent.submit(screen.getByRole('form'))).toBe(false)
  expect(fireEvent.submit(screen.getByRole('form'))).toBe(false)
  expect(run).toHaveBeenCalledTimes(1)
  done.shift()?.()
  await vi.waitFor(() => {
    fireEvent.submit(screen.getByRole('form'))
    expect(run).toHaveBeenCalledTimes(2)
  })
})
