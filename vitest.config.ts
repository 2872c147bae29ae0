import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { licencesModule } from './scripts/licences.ts'

// tests/unit/renderer runs in jsdom, everything else in Node. Tests mirror the tree: tests/unit/shared/…, tests/unit/main/….
const inTheBrowser = 'tests/unit/renderer/**/*.test.{ts,tsx}'

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // What is waited for comes when it comes: on a busy machine a second is nothing.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/integration/**/*.test.{ts,tsx}'],
          exclude: [inTheBrowser],
        },
      },
      {
        extends: true,
        plugins: [react(), licencesModule(import.meta.dirname)],
        test: {
          name: 'renderer',
          environment: 'jsdom',
          include: [inTheBrowser],
          setupFiles: 'tests/unit/renderer/patience.ts',
        },
      },
    ],
  },
})
