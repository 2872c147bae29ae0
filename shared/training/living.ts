import { formatPersonnummer } from '../case/identity.ts'
import type { Cause } from '../fields/define.ts'
import { toJson } from '../fields/json.ts'
import type { Pack } from './pack.ts'
import { textsIn } from './relative.ts'

/** Invented persons are born in the 1890s at the latest, so that nobody living can be meant. */
const LAST_YEAR = 1899

const NUMBER = /(?<!\d)(?:\d{2})?\d{6}[-+]?\d{4}(?!\d)/g

/** Whether a text holds the personnummer or samordningsnummer of somebody who may be living. */
export const holdsLivingNumber = (text: string): boolean =>
  [...text.matchAll(NUMBER)].some(([found]) => {
    const number = formatPersonnummer(found)
    return number !== undefined && Number(number.slice(0, 4)) > LAST_YEAR
  })

/** Every place in a pack where somebody living may be meant: a pack is shared, and holds invented persons alone. */
export const livingCauses = (pack: Pack): Cause[] =>
  textsIn(toJson(pack)).flatMap(({ text, path }) =>
    holdsLivingNumber(text) ? [{ path, key: 'exercise.fault.living' as const }] : [],
  )
