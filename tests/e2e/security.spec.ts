// What the page may not do, tried in the running program. docs/security.md is made of their tags.
import type { Page } from '@playwright/test'
import { outside } from './app/outside.ts'
import { expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { welcome } from './parts/welcome.ts'

/** The directive that the page's policy broke while `attempt` ran in it. */
function violation(page: Page, attempt: string): Promise<string> {
  return page.evaluate(
    (code) =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        })
        const attempts: Record<string, () => void> = {
          'an inline script': () => {
            const script = document.createElement('script')
            script.textContent = 'document.title = "taken over"'
            document.body.append(script)
          },
          'an inline handler': () => {
            const image = document.createElement('div')
            image.setAttribute('onclick', 'document.title = "taken over"')
            document.body.append(image)
            image.click()
          },
          'a style element': () => {
            const style = document.createElement('style')
            style.textContent = 'body { display: none }'
            document.head.append(style)
          },
          'a foreign script': () => {
            const script = document.createElement('script')
            script.src = 'https://evil.example/x.js'
            document.body.append(script)
          },
          'a foreign image': () => {
            new Image().src = 'https://evil.example/x.png'
          },
          'a frame': () => {
            const frame = document.createElement('iframe')
            frame.src = 'https://evil.example/'
            document.body.append(frame)
          },
          'a plugin': () => {
            const plugin = document.createElement('object')
            plugin.data = 'https://evil.example/x.swf'
            document.body.append(plugin)
          },
          'a base address': () => {
            const base = document.createElement('base')
            base.href = 'https://evil.example/'
            document.head.append(base)
          },
        }
        attempts[code]?.()
      }),
    attempt,
  )
}

test.describe(`the page’s policy @security-page @electron-07`, () => {
  for (const [attempt, directive, tag = ''] of [
    ['an inline script', 'script-src-elem'],
    ['an inline handler', 'script-src-attr'],
    ['a style element', 'style-src-elem'],
    ['a foreign script', 'script-src-elem'],
    ['a foreign image', 'img-src'],
    // In the desktop program main refuses the frame before the policy is asked: it is among what reaches nobody.
    ['a frame', 'frame-src', '@web-only'],
    ['a plugin', 'object-src'],
    ['a base address', 'base-uri'],
  ] as const)
    test(`refuses ${attempt} ${tag}`, async ({ app }) => {
      const title = await app.page.title()
      expect(await violation(app.page, attempt)).toBe(directive)
      expect(await app.page.title()).toBe(title)
    })

  test('holds while the program starts: nothing of our own breaks it', async ({ app }) => {
    const refused: string[] = []
    app.page.on('console', (message) => {
      if (message.text().startsWith('Refused:')) refused.push(message.text())
    })
    await app.page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.warn(`Refused: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`),
      )
    })
    await app.page.reload()
    await welcome(app.page).tryDemo()
    await caseTree(app.page).ready()
    expect(refused).toEqual([])
  })
})

test('nothing that the page can do reaches anybody else @security-page', async ({ app }) => {
  const { address, visits, server } = await outside()
  await app.page.evaluate(async (elsewhere) => {
    new Image().src = `${elsewhere}/image`
    navigator.sendBeacon(`${elsewhere}/beacon`, 'x')
    const link = document.createElement('link')
    link.rel = 'prefetch'
    link.href = `${elsewhere}/prefetch`
    document.head.append(link)
    const sheet = document.createElement('link')
    sheet.rel = 'stylesheet'
    sheet.href = `${elsewhere}/style`
    document.head.append(sheet)
    const frame = document.createElement('iframe')
    frame.src = `${elsewhere}/frame`
    document.body.append(frame)
    const form = document.createElement('form')
    form.action = `${elsewhere}/form`
    form.method = 'post'
    document.body.append(form)
    form.submit()
    const socket = new Promise<void>((resolve) => {
      try {
        const line = new WebSocket(elsewhere.replace('http', 'ws'))
        line.addEventListener('error', () => resolve())
        line.addEventListener('close', () => resolve())
      } catch {
        resolve()
      }
    })
    await Promise.allSettled([
      fetch(`${elsewhere}/fetch`),
      fetch(`${elsewhere}/no-cors`, { mode: 'no-cors' }),
      socket,
    ])
  }, address)
  // Reached by us, so that an empty list would be no accident of a server that does not answer.
  await fetch(`${address}/ourselves`)
  expect(visits).toEqual(['GET /ourselves'])
  server.close()
})

test(`the page has no Node and no Electron, only its bridge @security-page @electron-20`, async ({ app }) => {
  const found = await app.page.evaluate(() =>
    [
      'require',
      'process',
      'module',
      'exports',
      'Buffer',
      '__dirname',
      'electron',
      'ipcRenderer',
      'global',
    ].filter((name) => name in globalThis),
  )
  expect(found).toEqual([])
  const bridge = await app.page.evaluate(() => {
    const given: unknown = Reflect.get(window, 'klarlagt')
    return typeof given === 'object' && given !== null
      ? { keys: Object.keys(given).toSorted(), frozen: Object.isFrozen(given) }
      : undefined
  })
  expect(bridge).toEqual(
    app.kind === 'web'
      ? undefined
      : {
          keys: [
            'answerClose',
            'connectCore',
            'desktop',
            'keepPreferences',
            'onCloseRequest',
            'onCommand',
            'onCoreLost',
            'onFileSaved',
            'onLockRequest',
            'openSpeaker',
            'platform',
            'preferences',
            'setCloseGuard',
            'setMenu',
            'setZoom',
          ],
          frozen: true,
        },
  )
})

// Only the web host has a session.
test('the session cookie is out of the page’s reach @security-page @web-only', async ({ app }) => {
  expect(await app.page.evaluate(() => document.cookie)).toBe('')
  expect(new URL(app.page.url()).search).toBe('')
})
