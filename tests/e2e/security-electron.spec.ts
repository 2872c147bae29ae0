// What only the desktop program guards: its window, its permissions, its processes. Tagged as in security.spec.ts.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  test as base,
  type ElectronApplication,
  _electron as electron,
  expect,
  type Page,
} from '@playwright/test'
import { testElectron } from '../../scripts/electron.ts'
import { outside } from './app/outside.ts'

const root = join(import.meta.dirname, '..', '..')

interface Program {
  readonly application: ElectronApplication
  readonly page: Page
  readonly args: string[]
  readonly env: Record<string, string>
}

/**
 * Waits until the window shows the workbench's page, asking the page itself: Playwright's locators would wait for the end of
 * navigations that main has refused.
 */
async function workbenchShown(page: Page): Promise<void> {
  const address = () =>
    page.evaluate(() => (document.querySelector('h1, h2') === null ? 'not yet' : window.location.href))
  // While the page changes, nobody answers.
  await expect.poll(() => address().catch(() => 'nobody')).toMatch(/^app:\/\/klarlagt\/(index\.html)?$/)
}

const test = base.extend<{ program: Program }>({
  program: async ({ browserName: _browser }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'klarlagt-security-'))
    // As in app/electron-run.ts: as root, and without a graphics card.
    const args = [
      '--no-sandbox',
      '--disable-gpu',
      join(root, 'out', 'main', 'main.cjs'),
      `--user-data-dir=${folder}`,
    ]
    const inherited = Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    )
    const env = { ...Object.fromEntries(inherited), KLARLAGT_CORE_NODE: process.execPath }
    const application = await electron.launch({ executablePath: testElectron, args, env })
    const page = await application.firstWindow()
    await workbenchShown(page)
    await use({ application, page, args, env })
    await application.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

test.describe('the window @security-page', () => {
  test(`is sandboxed and apart from Node, and keeps nothing on disk @electron-02 @electron-03 @electron-04 @electron-06 @electron-08 @electron-09 @electron-10`, async ({
    program,
  }) => {
    const found = await program.application.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      if (window === undefined) throw new Error('There is no window.')
      const { session } = window.webContents
      const read: unknown = Reflect.get(window.webContents, 'getLastWebPreferences')
      const preferences: unknown =
        typeof read === 'function' ? Reflect.apply(read, window.webContents, []) : undefined
      return {
        preferences,
        storagePath: session.storagePath,
        persistent: session.isPersistent(),
        spellChecker: session.isSpellCheckerEnabled(),
        title: window.getTitle(),
      }
    })
    expect(found.preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableBlinkFeatures: '',
    })
    expect(found).toMatchObject({
      storagePath: null,
      persistent: false,
      spellChecker: false,
      title: 'Klarlagt',
    })
  })

  for (const address of [
    'https://evil.example/',
    'http://127.0.0.1:1/',
    'file:///etc/passwd',
    'data:text/html,<title>taken over</title>',
    'app://klarlagt.evil.example/',
    'app://evil/index.html',
    'javascript:document.title="taken over"',
    'chrome://gpu',
    'view-source:app://klarlagt/',
  ])
    test(`stays where it is when told to go to ${address} @electron-13`, async ({ program: { page } }) => {
      const go = (how: 'link' | 'location') =>
        page.evaluate(
          ({ to, by }) => {
            const link = document.createElement('a')
            link.href = to
            document.body.append(link)
            if (by === 'link') link.click()
            else window.location.assign(to)
          },
          { to: address, by: how },
        )
      // Some addresses are refused with an error already in the page.
      await Promise.allSettled([go('link')])
      await workbenchShown(page)
      await Promise.allSettled([go('location')])
      await workbenchShown(page)
      expect(await page.evaluate(() => document.title)).not.toBe('taken over')
    })

  test(`comes back from about:blank, which Chromium shows without asking @electron-13`, async ({
    program: { page },
  }) => {
    const shown: string[] = []
    page.on('framenavigated', (frame) => shown.push(frame.url()))
    await page.evaluate(() => window.location.assign('about:blank'))
    await expect.poll(() => shown).toEqual(['about:blank', expect.stringMatching(/^app:/)])
    await workbenchShown(page)
  })

  test(`opens no other window @electron-14`, async ({ program: { application, page } }) => {
    const opened = await page.evaluate(() =>
      ['https://evil.example/', 'about:blank', 'app://klarlagt/index.html', ''].map(
        (to) => window.open(to) === null,
      ),
    )
    expect(opened).toEqual([true, true, true, true])
    expect(application.windows()).toHaveLength(1)
  })

  test(`is given one more window by main, for speaker’s notes, as closed as itself; it ends with it @electron-14`, async ({
    program: { application, page },
  }) => {
    const opened = application.waitForEvent('window')
    await page.evaluate(() => window.klarlagt?.openSpeaker())
    const speaker = await opened
    await expect.poll(() => speaker.url()).toBe('app://klarlagt/index.html#talarstod')
    await page.evaluate(() => window.klarlagt?.openSpeaker())
    const found = await application.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => {
        const read: unknown = Reflect.get(webContents, 'getLastWebPreferences')
        const preferences: unknown =
          typeof read === 'function' ? Reflect.apply(read, webContents, []) : undefined
        return preferences
      }),
    )
    expect(found).toHaveLength(2)
    for (const preferences of found)
      expect(preferences).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        webSecurity: true,
      })
    // It holds nothing but what the other window tells it: no archive, and no line to one.
    await expect(speaker.getByText('Väntar på fönstret som presenterar.')).toBeVisible()
    expect(await speaker.evaluate(() => window.open('app://klarlagt/index.html') === null)).toBe(true)
    await Promise.allSettled([speaker.evaluate(() => window.location.assign('https://evil.example/'))])
    expect(speaker.url()).toBe('app://klarlagt/index.html#talarstod')
    const closed = speaker.waitForEvent('close')
    await application.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => !webContents.getURL().includes('#'))
        ?.destroy(),
    )
    await closed
  })

  test(`is given no permission but to write the clipboard @electron-05`, async ({ program: { page } }) => {
    const states = await page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'clipboard-read',
        'midi',
        'clipboard-write',
      ]
      const asked = names.map(async (name) => {
        const answer: unknown = await Reflect.apply(navigator.permissions.query, navigator.permissions, [
          { name },
        ])
        return [name, answer instanceof PermissionStatus ? answer.state : ''] as const
      })
      return Object.fromEntries(await Promise.all(asked))
    })
    expect(states).toEqual({
      geolocation: 'denied',
      notifications: 'denied',
      camera: 'denied',
      microphone: 'denied',
      'clipboard-read': 'denied',
      midi: 'denied',
      'clipboard-write': 'granted',
    })
    const requested = await page.evaluate(async () => {
      const ways: Array<() => Promise<unknown>> = [
        () => navigator.mediaDevices.getUserMedia({ audio: true }),
        () => navigator.mediaDevices.getDisplayMedia(),
        () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ]
      const answers = await Promise.allSettled(ways.map((way) => way()))
      return answers.map(({ status }) => status)
    })
    expect(requested).toEqual(['rejected', 'rejected', 'rejected'])
  })

  test(`is refused the network by main too, whatever the page’s policy says @electron-01`, async ({
    program: { application },
  }) => {
    const { address, visits, server } = await outside()
    const answer = await application.evaluate(
      ({ BrowserWindow }, to) =>
        BrowserWindow.getAllWindows()[0]
          ?.webContents.session.fetch(to)
          .then(
            () => 'answered',
            () => 'refused',
          ),
      `${address}/fetch`,
    )
    expect(answer).toBe('refused')
    await fetch(`${address}/ourselves`)
    expect(visits).toEqual(['GET /ourselves'])
    server.close()
  })

  test(`reads no file of the system: its page has a scheme of its own @electron-18`, async ({
    program: { application, page },
  }) => {
    expect(await page.evaluate(() => window.location.origin)).toBe('app://klarlagt')
    const answer = await application.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]
        ?.webContents.session.fetch('file:///etc/hostname')
        .then(
          () => 'answered',
          () => 'refused',
        ),
    )
    expect(answer).toBe('refused')
  })

  test(`has no webview tag @electron-11`, async ({ program: { page } }) => {
    const members = await page.evaluate(() => {
      const element = document.createElement('webview')
      return ['getURL', 'src', 'loadURL'].filter((name) => name in element)
    })
    expect(members).toEqual([])
  })

  test(`would attach no webview even if there were the tag @electron-12`, async ({
    program: { application },
  }) => {
    const prevented = await application.evaluate(({ BrowserWindow }) => {
      let stopped = false
      BrowserWindow.getAllWindows()[0]?.webContents.emit('will-attach-webview', {
        preventDefault: () => {
          stopped = true
        },
      })
      return stopped
    })
    expect(prevented).toBe(true)
  })

  test(`hands no address to the system’s browser, as heard where shell.openExternal would be @electron-15`, async ({
    program: { application, page },
  }) => {
    const heard = await application.evaluateHandle(({ shell }) => {
      const addresses: string[] = []
      Reflect.set(shell, 'openExternal', (to: string) => {
        addresses.push(to)
        return Promise.resolve()
      })
      return addresses
    })
    await page.evaluate(() => {
      for (const to of ['https://evil.example/', 'mailto:x@evil.example', 'file:///etc/passwd']) {
        window.open(to)
        const link = document.createElement('a')
        Object.assign(link, { href: to, target: '_blank' })
        document.body.append(link)
        link.click()
      }
    })
    await workbenchShown(page)
    expect(await heard.jsonValue()).toEqual([])
    // The ear hears: it is the one that the program would speak to.
    await application.evaluate(({ shell }) => shell.openExternal('https://own.example/'))
    expect(await heard.jsonValue()).toEqual(['https://own.example/'])
  })

  test(`takes no message from a frame that is not its own page @electron-17`, async ({
    program: { application },
  }) => {
    const titles = await application.evaluate(({ ipcMain, Menu, BrowserWindow }) => {
      const items = [{ type: 'command', command: 'x', title: 'taken over' }]
      const foreign = { url: 'https://evil.example/' }
      const own = BrowserWindow.getAllWindows()[0]?.webContents
      const senders = [
        { sender: { mainFrame: foreign }, senderFrame: foreign },
        { sender: own, senderFrame: { url: 'app://klarlagt/index.html' } },
        { sender: own, senderFrame: null },
      ]
      for (const event of senders) ipcMain.emit('klarlagt:set-menu', event, [{ title: 'taken over', items }])
      return Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []
    })
    expect(titles).not.toContain('taken over')
  })

  test(`takes no message that does not fit its channel @electron-17`, async ({
    program: { application, page },
  }) => {
    const told: string[] = []
    application.process().stderr?.on('data', (part: Buffer) => told.push(String(part)))
    await page.evaluate(() => {
      const bridge: unknown = Reflect.get(window, 'klarlagt')
      if (typeof bridge !== 'object' || bridge === null) throw new Error('There is no bridge.')
      const setMenu: unknown = Reflect.get(bridge, 'setMenu')
      if (typeof setMenu !== 'function') throw new Error('There is no setMenu.')
      Reflect.apply(setMenu, undefined, [
        [{ title: 'x', items: [{ type: 'role', role: 'toggleDevTools', title: 'x' }] }],
      ])
    })
    await expect.poll(() => told.join('')).toContain('Refused on klarlagt:set-menu')
  })
})

test('the core answers from Electron’s own utility process as well', async ({ program: { args, env } }) => {
  const folder = mkdtempSync(join(tmpdir(), 'klarlagt-utility-'))
  // Without a Node to run the core in. The database driver needs a newer Electron, but the welcome page needs no database.
  const { KLARLAGT_CORE_NODE: _, ...plain } = env
  const own = args.map((arg) => (arg.startsWith('--user-data-dir') ? `--user-data-dir=${folder}` : arg))
  const application = await electron.launch({ executablePath: testElectron, args: own, env: plain })
  await workbenchShown(await application.firstWindow())
  const kinds = await application.evaluate(({ app }) =>
    app.getAppMetrics().map(({ type, name }) => `${type} ${name ?? ''}`),
  )
  expect(kinds).toContain('Utility Klarlagt core')
  await application.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('a second start shows the first window and ends @security-page', async ({ program }) => {
  await program.application.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.hide()
  })
  const visible = () =>
    program.application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
  expect(await visible()).toBe(false)
  const second = spawn(testElectron, program.args, { env: program.env, stdio: 'ignore' })
  expect(await once(second, 'exit')).toEqual([0, null])
  expect(program.application.windows()).toHaveLength(1)
  await expect.poll(visible).toBe(true)
})
