// Three bundles for the desktop application (`npm run build`):
//   out/main/{main,core-process,backup-worker,reader-worker}.cjs   Electron's main process, the core in a process of its own, and its threads
//   out/preload/preload.cjs            the sandboxed preload: one file, nothing but `electron` required
//   out/renderer/                      the workbench
// Tests run main.cjs and preload.cjs in Electron 33 (Node 20.18), where a CommonJS file can't require an ES module. So
// everything is bundled except what must be found as files at run time (see `external`).
// The command line is in chunks that main.cjs loads when it is asked for a command. A checkout's bin/klarlagt.mjs runs
// main/cli/main.ts itself, with Node 24's type stripping.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { licencesModule } from './scripts/licences.ts'

// better-sqlite3 is native; pdfkit and fontkit read their data beside their code; docx is large and gains nothing.
const external = ['better-sqlite3', 'pdfkit', 'fontkit', 'docx', 'ws', 'open']

export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      outDir: 'out/main',
      emptyOutDir: true,
      sourcemap: true,
      externalizeDeps: false,
      rolldownOptions: {
        external,
        input: {
          main: 'main/electron/main.ts',
          'core-process': 'main/electron/core-process.ts',
          'backup-worker': 'main/store/backup-worker.ts',
          'reader-worker': 'main/store/reader-worker.ts',
        },
        // Chunks lie beside the entries, so that `import.meta.dirname` is out/main for all of them.
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: 'out/preload',
      emptyOutDir: true,
      sourcemap: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'main/electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), licencesModule(import.meta.dirname)],
    build: {
      target: 'chrome130',
      outDir: 'out/renderer',
      emptyOutDir: true,
      minify: true,
      sourcemap: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: 'renderer/index.html' },
        // What keeps zod from `new Function` runs with zod itself, before any other chunk that makes a schema.
        output: { codeSplitting: { groups: [{ name: 'zod', test: /no-eval\.ts$|node_modules\/zod\// }] } },
      },
    },
  },
})
