/** A word for a plan or a planering in the sense of the method. */
export interface PlanNoun {
  noun: 'plan' | 'planering'
  /** A compound that by itself means return to work: "återgångsplan", "rehabplan". */
  ofReturn: boolean
  definite: boolean
  plural: boolean
  /** The other word in the same form: "planens" for "planeringens". */
  instead: string
}

const ofReturn =
  '(?<first>(?:återgångs|arbetsåtergångs|återinträdes|upptrappnings|rehab(?:iliterings)?|åter-?i-?arbete)-?)?'
const plan = new RegExp(`^${ofReturn}plan(?<form>|en|er|erna|s|ens|ers|ernas)$`, 'u')
const planering = new RegExp(`^${ofReturn}planering(?<form>|en|ar|arna|s|ens|ars|arnas)$`, 'u')

/** What follows "planering" where this follows "plan", and the other way. */
const forms: readonly (readonly [plan: string, planering: string])[] = [
  ['', ''],
  ['en', 'en'],
  ['er', 'ar'],
  ['erna', 'arna'],
  ['s', 's'],
  ['ens', 'ens'],
  ['ers', 'ars'],
  ['ernas', 'arnas'],
]
const toPlanering = new Map(forms)
const toPlan = new Map(forms.map(([one, other]) => [other, one]))

/** The noun that a word is, if it is one. Behandlingsplan, vårdplan, handlingsplan and the like are others' and no such noun. */
export function planNounOf(text: string): PlanNoun | undefined {
  if (!text.includes('plan')) return undefined
  const asPlan = plan.exec(text)
  const groups = (asPlan ?? planering.exec(text))?.groups
  if (!groups) return undefined
  const form = groups.form ?? ''
  return {
    noun: asPlan ? 'plan' : 'planering',
    ofReturn: groups.first !== undefined,
    definite: /^(?:ens?|ernas?|arnas?)$/.test(form),
    plural: /^(?:er|ar)/.test(form),
    instead: asPlan ? `planering${toPlanering.get(form) ?? ''}` : `plan${toPlan.get(form) ?? ''}`,
  }
}
