import { expect, test } from '@playwright/test'
import { run } from '../../scripts/run.ts'

test('the program is put together, with the tests’ Electron', async () => {
  // In a process of its own, where electron-builder loads its hook as Node does; what it says matters where it fails.
  const { code, output } = await run(['node', 'scripts/packaging/for-tests.ts'])
  expect(code, output).toBe(0)
})
