import { ancestors, type Parsed } from './clauses.ts'
import { telling } from './lexicon/telling.ts'
import { subjectOf } from './subject.ts'
import { isReported } from './unsaid.ts'

/** Without a subject these tell what another said: "Uppger att …", "Önskar …". */
const othersTelling = /^(?:uppg|berätta|säg|sa$|sade|upplev|påst|hävda|undra|invänd|önska|framhåll|framför)/
/** What documents and others' acts say by themselves: "I LUS står …", "Av intyget framgår …". */
const documentTelling =
  /^(?:står|stod|framgår|framgick|framkom\p{L}*|anges|angavs|beskrivs|åberopas|anförs|framförs|uppges|hävdas|påtalas|noteras)$/u
const isPassive = /(?:s|ts|des|ad|at)$/

/** Whether the verb at `verb` has another than the agency as its teller. */
function tellsAsAnother(parsed: Parsed, verb: number): boolean {
  const text = parsed.words[verb]?.text ?? ''
  if (documentTelling.test(text)) return true
  const subject = subjectOf(parsed, parsed.clauseOf[verb] ?? 0, verb)
  // "Som svar anför hon att …": only who speaks has this form.
  const next = parsed.words[verb + 1]?.text ?? ''
  if (subject === 'writer') return othersTelling.test(text) || /^(?:han|hon|hen|de|du|ni)$/.test(next)
  if (subject === 'unclear') return !isPassive.test(text)
  return subject !== 'fk' && subject !== 'several'
}

/** Documents that others wrote. */
const document =
  /^(?:lus|(?:läkar)?(?:intyg|utlåtande|underlag)\p{L}*|journal\p{L}*|epikris\p{L}*|remiss\p{L}*|yttrande\p{L}*|afu|plan(?:en|ens)?|vårdplan\p{L}*)$/u
const own = /^(?:oss|mig|min|mitt|vår|vårt|våra|lag|lagen|hsl|sfb|förarbetena)$/

/** "Enligt läkaren …", "… enligt intyget"; but "enligt oss", "enligt Försäkringskassan". */
function isAccordingToAnother({ words, who }: Parsed, at: number): boolean {
  for (let index = 0; index < words.length - 1; index += 1) {
    if (words[index]?.text !== 'enligt' || (index > at && index - at > 12)) continue
    const next = words.slice(index + 1, index + 4)
    if (next.some(({ text }) => own.test(text))) continue
    const named = who.slice(index + 1, index + 5).find((one) => one !== undefined)
    if (named === 'fk') continue
    if (named !== undefined || next.some(({ text }) => document.test(text) || text.endsWith('s'))) return true
    if (/^\p{Lu}\p{Ll}/u.test(words[index + 1]?.written ?? '')) return true
  }
  return false
}

/** "…, säger hon", "– menar läkaren": who speaks stands last. */
function isToldAfter({ words, who, clauseOf }: Parsed, at: number): boolean {
  for (let index = at + 1; index < words.length - 1; index += 1) {
    if (!telling.test(words[index]?.text ?? '') || clauseOf[index] === clauseOf[at]) continue
    if (!/["”»,–-]/.test(words[index - 1]?.after ?? '')) continue
    const after = who.slice(index + 1, index + 4).find((one) => one !== undefined)
    if (after !== undefined ? after !== 'fk' : /^\p{Lu}/u.test(words[index + 1]?.written ?? '')) return true
  }
  return false
}

/**
 * Whether the word at `at` is another's rather than the writer's: it stands within quotation marks, or somebody else
 * is said to say, think, want or plan it.
 */
export function isOthers(parsed: Parsed, at: number): boolean {
  if (parsed.quoted[at] === true || isReported(parsed, parsed.clauseOf[at] ?? 0)) return true
  if (isAccordingToAnother(parsed, at) || isToldAfter(parsed, at)) return true
  const clauses = new Set(ancestors(parsed, parsed.clauseOf[at] ?? 0))
  return parsed.words
    .slice(0, at)
    .some(
      ({ text }, index) =>
        telling.test(text) && clauses.has(parsed.clauseOf[index] ?? -1) && tellsAsAnother(parsed, index),
    )
}

const citing =
  /^(?:kalla\p{L}*|står|skriv\p{L}*|skrev|heter|ordet|rubrik\p{L}*|begreppet|termen|använder?|nämn\p{L}*)$/u

/** Whether the word at `at` is quoted: among others, or alone where it is said that somebody calls or writes it so. */
export function isCited(parsed: Parsed, at: number): boolean {
  if (parsed.quoted[at] === true) return true
  const { words, sentence } = parsed
  const word = words[at]
  if (!word || !words.some(({ text }) => citing.test(text))) return false
  return /["”“«»]$/.test(sentence.text.slice(0, word.start)) && /^["”“«»]/.test(sentence.text.slice(word.end))
}
