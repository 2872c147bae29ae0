import { isNearly } from '../spelling.ts'

/** Whom a word names: Försäkringskassan or its staff, the employer, the insured, or somebody else. */
export type Who = 'fk' | 'employer' | 'insured' | 'other'

/** What kind of name a word is; for some, the words around say whose it is. */
export type NameKind =
  | 'agency'
  | 'agency-title'
  | 'shared-title'
  | 'kassan'
  | 'pronoun'
  | 'colleague'
  | 'adviser'
  | Exclude<Who, 'fk'>
  | undefined

/** Försäkringskassan by name, however inflected: "FK:s", "F-kassan", "försäkringskassehandläggaren". */
const agency =
  /^(?:f[öo]rs[äa]kring(?:s{0,2})-?kass(?:a|an|as|ans|e\p{L}*)|fk(?:s|:s|:a)?|f-?kassans?|fk-(?:handläggar|utredar|specialist|person|medarbetar|samordnar|rådgivar)\p{L}*)$/u
/** Titles that only Försäkringskassan's staff have (001:1315-1323). */
const agencyTitles =
  /^(?:fmr|försäkrings(?:utredare|utr|handläggare|specialist|samordnare|stöd)|sjukpennings?(?:utredare|handläggare))(?:n|na|ns|nas|en|ens|s)?$/u
/** Titles that others have too; whose they are is told by the words around. */
const sharedTitles = /^(?:handläggare|utredare|handl|hndl)(?:n|ns|s|na|nas)?$/
const pronouns = new Set(['jag', 'vi', 'undertecknad', 'undert', 'mig', 'oss'])
const kassan = new Set(['kassan', 'kassans'])

/** Whose people they are is told by the words around: "vår enhet", "kollegan på FK". */
const colleagues =
  /^(?:kolleg(?:a|an|as|ans|or|er|erna)|enhet(?:en|ens)?|företrädare?(?:n|ns)?|team(?:et|ets)?|(?:rehab)?specialist(?:en|er|erna|ens)?|avdelning(?:en)?|samordnare?(?:n|ns)?)$/

const employer =
  /^(?:arbetsgivar\p{L}*|ag(?:s|:s|n|:n)?|\p{L}*chef(?:en|ens|er|erna|s)?|vd(?:[:-]?n|s|:s)?|hr|hr-\p{L}+|hr:?s|personalavdelning\p{L}*|personalansvarig\p{L}*|företag(?:et|ets|s)?|bolag(?:et|ets|s)?|arbetsplats(?:en|ens)?|arbetsled\p{L}*|butiks\p{L}*|platschef\p{L}*|rektor\p{L}*|förman\p{L}*|hrbp)$/u
const insured =
  /^(?:fs|fs:s|f\.s|försäkrade?s?|sjukskriv(?:en|ne|na|nes|nas)|hon|han|henne|honom|hen|patient\p{L}*|pat|klient\p{L}*|kund(?:en|ens)?)$/u
/** Other organisations and persons, by the beginning of the word. */
const others =
  /^(?:arbetsförmedl|af(?::s|s)?$|personal|företagshälso|fhv|socialtjänst|socialkontor|socialsekret|soc$|kommun|region|vård|vc$|läkar|sjukhus|sjukvård|primärvård|psykiatri|klinik|rehabkoord|rehabiliteringskoord|rehabkoord|koord$|fysioterapeut|sjukgymnast|arbetsterapeut|ssk$|sjuksköt|psykolog|terapeut|kurator|koordinator|samordningsförbund|fack|skyddsombud|a-kass|akass|arbetslöshetskass|handledar|försäkringsbolag|afa$|leverantör|anordnar|jobbcoach|coach(?:en|er|erna)?$|kriminalvård|migrationsverk|arbetsmiljöverk|bistånds|lss|skolan|medarbetar|anställd|de$|dom$|dem$)|(?:verket|verkets|förbundet|förbundets|kommunen|kommunens|mottagningen|centralen|centralens|förvaltningen)$/u

/** Whom a word names by itself. */
export function nameKindOf(text: string): NameKind {
  if (agency.test(text)) return 'agency'
  if (agencyTitles.test(text)) return 'agency-title'
  if (sharedTitles.test(text)) return 'shared-title'
  if (kassan.has(text)) return 'kassan'
  if (pronouns.has(text)) return 'pronoun'
  if (colleagues.test(text)) return 'colleague'
  if (text.startsWith('rådgivare')) return 'adviser'
  if (employer.test(text)) return 'employer'
  if (insured.test(text)) return 'insured'
  if (others.test(text)) return 'other'
  const isMisspelt =
    text.length >= 13 && text.startsWith('f') && isNearly(text.replace(/s$/, ''), 'försäkringskassan', 2)
  return isMisspelt ? 'agency' : undefined
}
