import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { licencesModule } from './scripts/licences.ts'

// tests/unit/renderer runs in jsdom, everything else in Node. Tests mirror the tree: tests/unit/shared/…, tests/unit/main/….
const inTheBrowser = 'tests/unit/renderer/**/*.test.{ts,tsx}'

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 30_000,
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
        test: { name: 'renderer', environment: 'jsdom', include: [inTheBrowser] },
      },
    ],
  },
})
