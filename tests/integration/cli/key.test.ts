import { join } from 'node:path'
import { expect, test } from 'vitest'
import { containing, matching } from '../core/support.ts'
import { bundle, klarlagt, PASSPHRASE, temporaryFolder } from './support.ts'

const NEXT = 'en helt annan fras'

async function madeArchive(): Promise<string> {
  const store = join(temporaryFolder(), 'arkiv.klarlagt')
  expect(await klarlagt(['import', bundle('r01-ratt'), '--store', store])).toMatchObject({ code: 0 })
  return store
}
const opensWith = async (store: string, passphrase: string) =>
  (await klarlagt(['verify', '--store', store], { env: { KLARLAGT_PASSPHRASE: passphrase } })).code

test('key change gives an archive another passphrase @security-key', async () => {
  const store = await madeArchive()
  const changed = await klarlagt(['key', 'change', '--store', store], {
    env: { KLARLAGT_NEW_PASSPHRASE: NEXT },
  })
  expect(changed).toMatchObject({ code: 0, out: '', err: `Lösenfrasen för ${store} är bytt.\n` })
  expect([await opensWith(store, PASSPHRASE), await opensWith(store, NEXT)]).toEqual([2, 0])
})

test('key renew shows a recovery key, and key recover opens the archive by it @security-key', async () => {
  const store = await madeArchive()
  const renewed = await klarlagt(['key', 'renew', '--store', store])
  expect(renewed).toMatchObject({ code: 0, out: matching(/^([0-9A-Z]{5} ){7}[0-9A-Z]{5}\n$/) })
  const env = {
    KLARLAGT_PASSPHRASE: undefined,
    KLARLAGT_RECOVERY_KEY: renewed.out,
    KLARLAGT_NEW_PASSPHRASE: NEXT,
  }
  expect(await klarlagt(['key', 'recover', '--store', store], { env })).toMatchObject({ code: 0 })
  expect([await opensWith(store, PASSPHRASE), await opensWith(store, NEXT)]).toEqual([2, 0])
})

test.each<[string, string[], RegExp]>([
  ['no act', [], /change, recover eller renew/],
  ['another act', ['lose'], /change, recover, renew/],
])('%s is a misuse', async (_what, acts, said) => {
  const store = await madeArchive()
  expect(await klarlagt(['key', ...acts, '--store', store])).toMatchObject({
    code: 2,
    err: matching(said),
  })
})

test('a recovery key that is misread is told by its group', async () => {
  const store = await madeArchive()
  const { out } = await klarlagt(['key', 'renew', '--store', store])
  const wrong = (out.startsWith('A') ? 'B' : 'A') + out.slice(1)
  const env = { KLARLAGT_RECOVERY_KEY: wrong, KLARLAGT_NEW_PASSPHRASE: NEXT }
  expect(await klarlagt(['key', 'recover', '--store', store], { env })).toMatchObject({
    code: 2,
    err: containing('i grupp 1.'),
  })
})
