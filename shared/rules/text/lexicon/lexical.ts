import { remembering } from '../remember.ts'
import { type Making, makingOf } from './making.ts'
import { type NameKind, nameKindOf } from './names.ts'
import { type PlanNoun, planNounOf } from './plans.ts'
import {
  auxiliaries,
  beings,
  contacting,
  coordinators,
  halfSubordinators,
  handingIn,
  lacking,
  negations,
  receiving,
  saying,
  subordinators,
  urging,
  wishing,
  withinNoun,
} from './small-words.ts'

/** What a word is by itself, whatever stands around it. */
export interface Lexical {
  making: Making | undefined
  noun: PlanNoun | undefined
  name: NameKind
  /** Whether it may be a verb that has a subject: closed classes are known, the rest is told by its ending. */
  finite: boolean
  /** Of which kinds of verbs it is a form. */
  says: boolean
  contacts: boolean
  urges: boolean
  receives: boolean
  handsIn: boolean
  wishes: boolean
  /** It may open a clause, or join one to another. */
  opens: boolean
  /** It denies, or says that something is wanted or not there. */
  lacks: boolean
}

const finiteEnding = /^\p{L}{2,}(?:ade|(?<!an|en)(?<![aeiouyåäö])de|ar|er|år|ör|(?<=[kpstx])te)$/u
const irregular = new Set(
  'gick såg låg satt stod bad gav åt sa vet visste ser mår tål sov föll höll gällde kände hörde ringde hände'.split(
    ' ',
  ),
)
const notVerbs = new Set('eller efter under över heller insatser år veckor dagar plan sidan'.split(' '))

function canBeFinite(text: string, making: Making | undefined, noun: PlanNoun | undefined): boolean {
  if (auxiliaries.has(text) || beings.has(text)) return true
  if (making) return making.form === 'finite'
  if (saying.test(text) || irregular.has(text)) return true
  if (noun || notVerbs.has(text) || withinNoun.has(text) || /(?:bar|sam)$/.test(text)) return false
  return finiteEnding.test(text)
}

const number: Lexical = {
  making: undefined,
  noun: undefined,
  name: undefined,
  finite: false,
  says: false,
  contacts: false,
  urges: false,
  receives: false,
  handsIn: false,
  wishes: false,
  opens: false,
  lacks: false,
}

const known = remembering(5000, 60, (text): Lexical => {
  const making = makingOf(text)
  const noun = planNounOf(text)
  return {
    making,
    noun,
    name: nameKindOf(text),
    finite: canBeFinite(text, making, noun),
    says: saying.test(text),
    contacts: contacting.test(text),
    urges: urging.test(text),
    receives: receiving.test(text),
    handsIn: handingIn.test(text),
    wishes: wishing.test(text),
    opens:
      subordinators.has(text) || halfSubordinators.has(text) || coordinators.has(text) || text === 'därför',
    lacks: negations.has(text) || lacking.test(text),
  }
})

/** A note's words are few and come again: most are looked up, not worked out. */
export function lexicalOf(text: string): Lexical {
  return text < ':' ? number : known(text)
}
