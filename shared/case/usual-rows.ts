import type { Localized } from '../text/index.ts'
import type { PerformerActor, PersonRole } from './actors.ts'
import type { Aktivitet, Insats } from './rows.ts'

/**
 * The usual insatser and FK-aktiviteter, to be chosen instead of written. `source` is where the kind of measure is named; the
 * words and the choice are ours, and what no source names is `eget-val`.
 */
interface Usual {
  what: Localized
  source: string
}

export interface UsualInsats extends Usual {
  performer: PerformerActor
  kind?: Insats['kind']
}

export interface UsualAktivitet extends Usual {
  kind: NonNullable<Aktivitet['kind']>
  counterpart?: PersonRole
}

/** By one performer, of one kind, named in one place of a source. */
const by = (
  performer: PerformerActor,
  kind: Insats['kind'],
  source: string,
  words: readonly (readonly [sv: string, en: string])[],
): UsualInsats[] =>
  words.map(([sv, en]) => ({ what: { sv, en }, performer, ...(kind === undefined ? {} : { kind }), source }))

export const usualInsatser: readonly UsualInsats[] = [
  ...by('arbetsgivare', 'arbetsanpassning', '004:172-182', [
    ['Ändrade arbetsuppgifter', 'Changed tasks'],
    ['Avlastning av kollegor', 'Relief by colleagues'],
    ['Anpassade arbetstider eller arbetsdagar', 'Adapted working hours or days'],
    ['Fler pauser', 'More breaks'],
    ['Arbete hemifrån', 'Work from home'],
    ['Ostört eller avskilt arbete', 'Undisturbed or secluded work'],
    ['Handledning av chef, mentor eller annan stödperson', 'Supervision by manager, mentor or other support'],
    ['Arbetshjälpmedel', 'Working aids'],
    ['Omplacering till annan tjänst eller roll', 'Redeployment to another post or role'],
  ]),
  ...by('arbetsgivare', 'arbetslivsinriktad', '004:212-214', [
    ['Kompetensutveckling eller utbildning', 'Competence development or training'],
    ['Åtgärder för att lösa konflikter på arbetsplatsen', 'Measures to resolve conflicts at the workplace'],
    ['Arbetsträning', 'Work training'],
  ]),
  ...by('arbetsgivare', 'arbetslivsinriktad', '001:11142-11169', [
    ['Stegvis ökad arbetstid', 'Working hours raised step by step'],
  ]),
  ...by('foretagshalsovard', undefined, '001:14426-14466', [
    ['Utredning av arbetsförmågan', 'Investigation of work capacity'],
    ['Expertstöd till arbetsgivarens plan', 'Expert support for the employer’s plan'],
    ['Rehabilitering genom företagshälsovården', 'Rehabilitation through the occupational health service'],
  ]),
  ...by('halso-och-sjukvarden', 'medicinsk', '004:238-243', [
    ['Operation', 'Operation'],
    ['Läkemedelsbehandling', 'Treatment with medicine'],
    ['Fysioterapi eller liknande', 'Physiotherapy or similar'],
    ['Enskilda samtal, terapi eller KBT', 'Individual talks, therapy or CBT'],
    ['Samtalsgrupp eller kurs', 'Group talks or course'],
    ['Träning på recept', 'Exercise on prescription'],
  ]),
  ...by('halso-och-sjukvarden', undefined, '001:9643-9653', [
    ['Stöd av rehabiliteringskoordinator', 'Support by a rehabilitation coordinator'],
  ]),
  ...by('arbetsformedlingen', 'arbetslivsinriktad', '001:1128-1134', [
    ['Stöd för att byta arbete', 'Support to change work'],
    [
      'Arbetslivsinriktad rehabilitering genom Arbetsförmedlingen',
      'Vocational rehabilitation by Arbetsförmedlingen',
    ],
  ]),
  ...by('socialtjansten', 'social', '002:82', [['Social rehabilitering', 'Social rehabilitation']]),
  ...by('samordningsforbund', undefined, '001:4681-4711', [
    ['Gemensam insats genom samordningsförbundet', 'Joint measure through the coordination association'],
  ]),
  ...by('arbetstagarorganisation', undefined, '001:14131-14137', [
    ['Fackligt stöd i kontakten med arbetsgivaren', 'Union support towards the employer'],
  ]),
  ...by('den-forsakrade', undefined, 'eget-val', [
    ['Egen träning', 'Exercise on one’s own'],
    ['Kontakt med arbetsplatsen under sjukskrivningen', 'Contact with the workplace during the sick leave'],
  ]),
]

const step = (
  sv: string,
  en: string,
  kind: UsualAktivitet['kind'],
  counterpart: PersonRole | undefined,
  source: string,
): UsualAktivitet => ({
  what: { sv, en },
  kind,
  ...(counterpart === undefined ? {} : { counterpart }),
  source,
})

export const usualAktiviteter: readonly UsualAktivitet[] = [
  step(
    'Samtal om behovet av rehabilitering',
    'Talk about the need of rehabilitation',
    'kontakt',
    'den-forsakrade',
    '001:1019-1025',
  ),
  step(
    'Samtal om förutsättningarna för återgång',
    'Talk about the conditions for return',
    'kontakt',
    'arbetsgivare',
    '003:562-564',
  ),
  step(
    'Kontakt med rehabiliteringskoordinator',
    'Contact with the rehabilitation coordinator',
    'kontakt',
    'halso-och-sjukvarden',
    '001:9643-9653',
  ),
  step(
    'Kontakt med arbetstagarorganisation',
    'Contact with the trade union',
    'kontakt',
    'arbetstagarorganisation',
    '001:14211-14227',
  ),
  step(
    'Begära arbetsgivarens plan',
    'Request the employer’s plan',
    'begaran-av-plan',
    'arbetsgivare',
    '000:184-185',
  ),
  step('Kalla till avstämningsmöte', 'Call to an avstämningsmöte', 'mote', undefined, '001:4352-4375'),
  step('Gemensam kartläggning', 'Joint mapping', 'mote', 'arbetsformedlingen', '003:612-621'),
  step(
    'Fråga om väntetiden till behandling',
    'Ask about the wait for treatment',
    'fraga-till-varden',
    'halso-och-sjukvarden',
    '001:9047-9057',
  ),
  step(
    'Fråga om prognosen för återgång',
    'Ask about the prognosis for return',
    'fraga-till-varden',
    'halso-och-sjukvarden',
    '001:3392-3400',
  ),
  step(
    'Be om komplettering av läkarintyget',
    'Ask for more in the medical certificate',
    'fraga-till-varden',
    'halso-och-sjukvarden',
    '003:318-327',
  ),
  step(
    'Beställa försäkringsmedicinsk utredning',
    'Order an insurance medical investigation',
    'utredning',
    undefined,
    '003:343-361',
  ),
  step(
    'Informera om rehabiliteringsersättning',
    'Inform about rehabilitation benefit',
    'information',
    'den-forsakrade',
    '001:2546-2552',
  ),
  step(
    'Informera om arbetsgivarens ansvar och om reglerna',
    'Inform about the employer’s responsibility and the rules',
    'information',
    'arbetsgivare',
    '001:13691-13725',
  ),
  step(
    'Informera om prövningen vid nästa tidsgräns',
    'Inform about the test at the next time limit',
    'information',
    'den-forsakrade',
    'eget-val',
  ),
  step(
    'Följa upp arbetsgivarens plan',
    'Follow up the employer’s plan',
    'uppfoljning',
    'arbetsgivare',
    '000:185-187',
  ),
  step('Följa upp planeringen', 'Follow up the planering', 'uppfoljning', 'den-forsakrade', '000:192-195'),
]
