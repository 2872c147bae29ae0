import { describe, expect, test } from 'vitest'
import { isOwnBlob, isOwnOrigin, isOwnPage, mayLoad } from '../../../main/electron/own-page.ts'

describe('a window shows our page and nothing else', () => {
  test.each([
    'app://klarlagt/',
    'app://klarlagt/index.html',
    'app://klarlagt/index.html#a',
    'app://klarlagt/?a=1',
  ])('%s is our page', (address) => expect(isOwnPage(address)).toBe(true))

  test.each([
    'https://evil.example/',
    'http://klarlagt/',
    'https://klarlagt/index.html',
    'app://klarlagt.evil.example/',
    'app://evil.example/index.html',
    'app://klarlagt@evil.example/index.html',
    'app://user@klarlagt/index.html',
    'app://user:word@klarlagt/index.html',
    'app://klarlagt:8080/index.html',
    'app://klarlagt/assets/index.js',
    'app://klarlagt/../../etc/passwd',
    'app:///index.html',
    'app:klarlagt/index.html',
    'xapp://klarlagt/',
    'file:///etc/passwd',
    'file://klarlagt/index.html',
    'data:text/html,<script>alert(1)</script>',
    'javascript:alert(1)',
    'blob:app://klarlagt/3f6c',
    'about:blank',
    'chrome://gpu',
    'devtools://devtools/bundled/inspector.html',
    'view-source:app://klarlagt/',
    'ftp://klarlagt/',
    'ws://klarlagt/',
    '//klarlagt/',
    ' ',
    '',
    'app://',
    'app://klarlagt\\@evil.example/',
    'app://klarlagt%00.evil.example/',
    'https://evil.example/?app://klarlagt/',
    'https://evil.example/#app://klarlagt/index.html',
  ])('%s is not', (address) => expect(isOwnPage(address)).toBe(false))
})

describe('a page loads its own files and what it made', () => {
  test.each(['app://klarlagt/assets/index.js', 'blob:app://klarlagt/3f6c'])('%s loads', (address) =>
    expect(mayLoad(address, false)).toBe(true),
  )

  test.each([
    'https://evil.example/pixel.png',
    'http://127.0.0.1:8080/',
    'ws://localhost/',
    'file:///etc/passwd',
    'blob:https://evil.example/3f6c',
    'data:text/plain,x',
    'devtools://devtools/bundled/inspector.html',
    'chrome-extension://abc/x.js',
    'app://evil/x.js',
    'nothing',
  ])('%s does not', (address) => expect(mayLoad(address, false)).toBe(false))

  test('the developer tools load while developing alone', () => {
    expect(mayLoad('devtools://devtools/bundled/inspector.html', true)).toBe(true)
    expect(mayLoad('https://evil.example/', true)).toBe(false)
  })
})

test.each([
  ['app://klarlagt', true],
  ['app://klarlagt/', true],
  ['app://klarlagt.evil.example', false],
  ['null', false],
  ['https://klarlagt', false],
])('the origin %s is ours: %s', (origin, ours) => expect(isOwnOrigin(origin)).toBe(ours))

test.each([
  ['blob:app://klarlagt/3f6c', true],
  ['blob:null/3f6c', false],
  ['blob:app://evil/3f6c', false],
  ['app://klarlagt/index.html', false],
  ['data:application/pdf;base64,AAAA', false],
])('the download %s is ours: %s', (address, ours) => expect(isOwnBlob(address)).toBe(ours))
