// Electron's own list of recommendations for security, in its order and words
// (electronjs.org/docs/latest/tutorial/security): how Klarlagt holds each, and how to break it. Tests carry the item's tag.

/** One way to break an item: a change to a source file, after which a test of the item must fail. */
export interface Break {
  /** What the change does, as docs/security.md tells it. */
  readonly how: string
  readonly file: string
  readonly changes: readonly Change[]
}

interface Change {
  readonly from: string
  readonly to: string
}

export interface Item {
  readonly number: number
  readonly title: string
  readonly held: string
  readonly breaks: readonly [Break, ...Break[]]
}

const windows = 'main/electron/security.ts'

/** A web preference turned to its unsafe value. */
const preference = (from: string, to: string): Break => ({
  how: `\`${to}\` among the window’s preferences`,
  file: windows,
  changes: [{ from: `  ${from},\n`, to: `  ${to},\n` }],
})

/** An unsafe web preference added to the window’s. */
const added = (line: string): Break => ({
  how: `\`${line}\` among the window’s preferences`,
  file: windows,
  changes: [{ from: '  webSecurity: true,\n', to: `  webSecurity: true,\n  ${line},\n` }],
})

export const checklist: readonly Item[] = [
  {
    number: 1,
    title: 'Only load secure content',
    held: 'Pages load files of the program under its own scheme and nothing else: main cancels every other request, whatever the page’s policy says.',
    breaks: [
      {
        how: 'main cancels no request, and addresses resolve',
        file: windows,
        changes: [
          { from: '    answer({ cancel })', to: '    answer({ cancel: false })' },
          { from: "  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')\n", to: '' },
        ],
      },
    ],
  },
  {
    number: 2,
    title: 'Do not enable Node.js integration for remote content',
    held: 'Off for every page, worker and frame; there is no remote content.',
    breaks: [preference('nodeIntegration: false', 'nodeIntegration: true')],
  },
  {
    number: 3,
    title: 'Enable context isolation in all renderers',
    held: 'On: the page and its preload share nothing but a frozen bridge.',
    breaks: [preference('contextIsolation: true', 'contextIsolation: false')],
  },
  {
    number: 4,
    title: 'Enable process sandboxing',
    held: 'On for the window; the preload is one file that needs nothing but `electron`.',
    breaks: [preference('sandbox: true', 'sandbox: false')],
  },
  {
    number: 5,
    title: 'Handle session permission requests from remote content',
    held: 'Every permission is refused, but to write text to the clipboard from our own page: copying the journal text needs it.',
    breaks: [
      {
        how: 'every permission is given to our own page',
        file: windows,
        changes: [
          {
            from: "    permission === 'clipboard-sanitized-write' && isOwnOrigin(origin)",
            to: '    permission !== undefined && isOwnOrigin(origin)',
          },
        ],
      },
    ],
  },
  {
    number: 6,
    title: 'Do not disable webSecurity',
    held: 'On.',
    breaks: [preference('webSecurity: true', 'webSecurity: false')],
  },
  {
    number: 7,
    title: 'Define a Content-Security-Policy',
    held: 'Sent with every answer, the same in both hosts: our own files, no inline script or style, no frame, no plugin, nobody to call.',
    breaks: [
      {
        how: 'inline scripts are let in',
        file: 'shared/host/serving.ts',
        changes: [{ from: `"script-src 'self'"`, to: `"script-src 'self' 'unsafe-inline'"` }],
      },
      {
        how: 'inline styles are let in',
        file: 'shared/host/serving.ts',
        changes: [{ from: `"style-src 'self'"`, to: `"style-src 'self' 'unsafe-inline'"` }],
      },
    ],
  },
  {
    number: 8,
    title: 'Do not enable allowRunningInsecureContent',
    held: 'Left off.',
    breaks: [added('allowRunningInsecureContent: true')],
  },
  {
    number: 9,
    title: 'Do not enable experimental features',
    held: 'Left off.',
    breaks: [added('experimentalFeatures: true')],
  },
  {
    number: 10,
    title: 'Do not use enableBlinkFeatures',
    held: 'Not used.',
    breaks: [added("enableBlinkFeatures: 'PreciseMemoryInfo'")],
  },
  {
    number: 11,
    title: 'Do not use allowpopups for WebViews',
    held: 'There are no webviews: the tag is off, so a page that makes one gets an unknown element.',
    breaks: [preference('webviewTag: false', 'webviewTag: true')],
  },
  {
    number: 12,
    title: 'Verify WebView options before creation',
    held: 'Should the tag ever be on, no webview is attached.',
    breaks: [
      {
        how: 'webviews are attached',
        file: windows,
        changes: [
          {
            from: "contents.on('will-attach-webview', (event) => event.preventDefault())",
            to: "contents.on('will-attach-webview', () => undefined)",
          },
        ],
      },
    ],
  },
  {
    number: 13,
    title: 'Disable or limit navigation',
    held: 'Windows and frames stay on our own page, whatever asks them to leave; what Chromium does without asking is undone.',
    breaks: [
      {
        how: 'navigation is not stopped',
        file: windows,
        changes: [
          {
            from: "    event.preventDefault()\n    refused('navigation', event.url)",
            to: "    refused('navigation', event.url)",
          },
        ],
      },
      {
        how: 'the page is not brought back from about:blank',
        file: windows,
        changes: [
          {
            from: '      if (!contents.isDestroyed()) showPage(contents)',
            to: '      if (contents.isDestroyed()) showPage(contents)',
          },
        ],
      },
    ],
  },
  {
    number: 14,
    title: 'Disable or limit creation of new windows',
    held: 'A page opens no window.',
    breaks: [
      {
        how: 'windows are allowed',
        file: windows,
        changes: [{ from: "return { action: 'deny' }", to: "return { action: 'allow' }" }],
      },
    ],
  },
  {
    number: 15,
    title: 'Do not use shell.openExternal with untrusted content',
    held: 'Not used at all: no link leaves the program.',
    breaks: [
      {
        how: 'what would have been a new window is opened in the system’s browser',
        file: windows,
        changes: [
          {
            from: 'import { app, dialog, type FileFilter, type Session,',
            to: 'import { app, dialog, type FileFilter, shell, type Session,',
          },
          {
            from: "    refused('a new window', url)\n",
            to: "    refused('a new window', url)\n    void shell.openExternal(url)\n",
          },
        ],
      },
    ],
  },
  {
    number: 16,
    title: 'Use a current version of Electron',
    held: 'Pinned to one version, which is changed on purpose; the program tells it in Om Klarlagt and in its bill of materials.',
    breaks: [
      {
        how: 'the version is left open',
        file: 'package.json',
        changes: [{ from: '"electron": "', to: '"electron": "^' }],
      },
    ],
  },
  {
    number: 17,
    title: 'Validate the sender of all IPC messages',
    held: 'A message counts where it comes from the top frame of our own page and fits its channel’s schema; all channels stand in one file.',
    breaks: [
      {
        how: 'anybody may send',
        file: 'main/electron/ipc.ts',
        changes: [{ from: '    if (!isFromOurPage(event)) {', to: '    if (event === undefined) {' }],
      },
      {
        how: 'whatever is sent is taken',
        file: 'main/electron/ipc.ts',
        changes: [
          {
            from: '    if (parsed.success && more.length === 0) listener(event.sender, parsed.data)',
            to: '    if (more.length === 0) listener(event.sender, value as T)',
          },
        ],
      },
    ],
  },
  {
    number: 18,
    title: 'Avoid usage of the file:// protocol and prefer usage of custom protocols',
    held: 'The page comes from `app://klarlagt`, which serves the built workbench and no other file; `file:` is answered by nobody.',
    breaks: [
      {
        how: '`file:` is left to Chromium',
        file: windows,
        changes: [
          {
            from: "  session.protocol.handle('file', (request) => {\n    refused('a file', request.url)\n    return Response.error()\n  })\n",
            to: '',
          },
        ],
      },
    ],
  },
  {
    number: 19,
    title: 'Check which fuses you can change',
    held: 'Every fuse is decided in one record that does not compile where one is forgotten.',
    breaks: [
      {
        how: 'the program can be started as a plain Node',
        file: 'scripts/packaging/fuses.ts',
        changes: [
          { from: '  [FuseV1Options.RunAsNode]: false,\n', to: '  [FuseV1Options.RunAsNode]: true,\n' },
        ],
      },
    ],
  },
  {
    number: 20,
    title: 'Do not expose Electron APIs to untrusted web content',
    held: 'The bridge has a dozen functions of our own; none passes on a channel, an event or a module.',
    breaks: [
      {
        how: 'the preload hands over `ipcRenderer`',
        file: 'main/electron/preload.ts',
        changes: [
          {
            from: "contextBridge.exposeInMainWorld('klarlagt', bridge)",
            to: "contextBridge.exposeInMainWorld('klarlagt', { ...bridge, ipcRenderer })",
          },
        ],
      },
    ],
  },
]
