// Swedish endings, as far as search needs them: the forms of a noun, an adjective or a regular verb get one stem. Own choice, made
// after a trial: the Snowball stemmer for Swedish knows neither -an nor -et (frågan, mötet) and brings 65 % of the forms of our
// list to one stem.

/** What a form can end in, the longest first. */
const endings = (
  'arens arnas ernas ornas aren arna erna orna enas ares ades ' +
  'ena are ade ars ers ors ens ets ans nas ar er or en et an ad at as na a e n t'
).split(' ')
/** Of these there must be more left: they are as often part of the word itself (månad, plats, tak). */
const careful = new Set(['ad', 'at', 'as', 'n', 't', 'na', 'nas'])

/** Words that have another form, or that would fall together with another: to plan (planera) is not the plan. */
const irregular: ReadonlyMap<string, string> = new Map(
  [
    ['begär', 'begär begära begärde begärt begärd begärda begäran begäras begärs'],
    ['hand', 'hand händer händerna handen'],
    ['fot', 'fot fötter fötterna foten'],
    ['natt', 'natt nätter nätterna natten'],
    ['knä', 'knä knät knäet knän knäna'],
    ['stånd', 'stånd stånden ståndet'],
    ['lager', 'lager lagret lagren'],
    ['ansökan', 'ansökan ansökningar ansökningen ansökningarna'],
  ].flatMap(([stem = '', forms = '']) => forms.split(' ').map((form): [string, string] => [form, stem])),
)

/** The same of words that are the last part of others as well: återgångsplanen, omplanerade. */
const lastParts: readonly (readonly [form: string, stem: string])[] = [
  ['plan', 'plan planen planer planerna plans planens planernas'],
  ['planera', 'planera planerar planerade planerat planerad planeras planerats'],
]
  .flatMap(([stem = '', forms = '']) => forms.split(' ').map((form) => [form, stem] as const))
  .toSorted(([a], [b]) => b.length - a.length)

const hasVowel = (text: string) => /[aeiouyåäö]/.test(text)

/** The word without its longest ending, where enough is left of it; itself where it has none. */
function withoutEnding(word: string, least: number): string {
  for (const ending of endings) {
    if (!word.endsWith(ending)) continue
    const rest = word.slice(0, -ending.length)
    if (rest.length < least + (careful.has(ending) ? 1 : 0) || !hasVowel(rest)) continue
    // -n is an ending after a vowel, -or, -el, -er (terapin, kuratorn, axeln), and -t of an adjective after a consonant (långt).
    if (ending === 'n' && !/([aeiouyåäö]|[oe]r|el)$/.test(rest)) continue
    if (ending === 't' && hasVowel(rest.slice(-1))) continue
    return rest
  }
  return word
}

/** Stems end alike whether the last e is there or not: finger and fingr-ar, axel and axl-ar; and no -s is told from another. */
const smoothed = (stem: string) =>
  stem
    .replace(/(?<=[aeiouyåäö].{0,20}[bcdfghjkmpstv])e?[lr]$/, '')
    .replace(/(?<=..[^aeiouyåäö])s$|(?<=..[aeiouyåäö])s$/, '')

/** The stem of a word in lower case: the same for its forms (arbetsprövningen, arbetsprövningar), and no word to be shown. */
export function stemOf(word: string): string {
  const known = irregular.get(word)
  if (known !== undefined) return known
  const [form, last] = lastParts.find(([each]) => word.endsWith(each)) ?? []
  if (form !== undefined && last !== undefined) return word.slice(0, -form.length) + last
  if (word.length < 4) return word
  const once = withoutEnding(word, 3)
  let stem = once
  // A definite plural leaves another ending: aktiviteterna, aktivitet.
  for (let before = word; stem !== before; ) [before, stem] = [stem, withoutEnding(stem, 4)]
  stem = smoothed(stem)
  return stem.length < 3 ? once : stem
}

const LEAD = 'samman'

/** The stem of a word as the last part of a longer one, where an ending may be taken that a short word has not got to give. */
export const stemAsLast = (word: string): string => stemOf(`${LEAD}${word}`).slice(LEAD.length)
