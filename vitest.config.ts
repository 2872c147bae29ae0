import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { licencesModule } from './scripts/licences.ts'

// tests/unit/renderer runs in jsdom, everything else in Node. Tests mirror the tree: tests/unit/shared/…, tests/unit/main/….
const inTheBrowser = 'tests/unit/renderer/**/*.test.{ts,tsx}'

export default defineConfig({
  test: {
    // What hangs is given up. How soon the rest is done is no test's matter: on a busy machine a program starts in seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
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
