import { describe, expect, test } from 'vitest'
import { randomFrom } from '../../../main/core/demo/demo-cases.ts'
import { damaged, unnoticed, wholeFiles } from '../../soak/corruption.ts'

const files = wholeFiles()

describe.each(damaged)('one changed byte of a %s', (kind) => {
  test('is nothing that is found where nothing was changed', async () => {
    const { bytes, isFound } = (await files)[kind]
    expect(await isFound(bytes)).toBe(false)
  })

  test('is found, wherever it is and whatever it became @security-proof', async () => {
    const seed = 8_1187
    expect(await unnoticed((await files)[kind], 200, randomFrom(seed))).toEqual([])
  }, 120_000)
})
