import { remembering } from '../remember.ts'

/** Verbs by which somebody carries out an insats, in the active and in the passive. */
const active =
  /^(?:ordnar?|ordnade|anordnar?|anordnade|genomföra?r?|genomförde|utföra?r?|utförde|hålla|håller|höll|ge|ger|gav|gör|göra|gjorde|tränar?|fixar?|fixade|arrangerar?|driva|driver|drev|bedriva|bedriver|leda|leder|ledde|stå|står|stod|ansvarar?|ansvarade|sköta|sköter|skötte|coachar?|handleda|handleder|tillhandahåll(?:a|er)|erbjud(?:a|er)|utbildar?|lära|lär|startar?|stöttar?|stödja|stödjer|stöder|hjälpa|hjälper|behandlar?|rehabiliterar?|samordnar?|planerar?|bokar?|skaffar?|letar?|söka|söker|köra|kör|vägleda|vägleder|undervisar?|övar?|undersöka|undersöker|utreda|utreder|arbetstränar?|administrerar?|ordnat|anordnat|genomfört|utfört|hållit|fixat|arrangerat|lett|skött|startat|hittar?)$/u
const passive =
  /^(?:ordnas|fixas|hittas|ordnad|ordnats|ordnades|anordnas|anordnad|anordnats|genomförs|genomförd|genomföras|genomförts|genomfördes|utförs|utförd|utföras|utförts|utfördes|hålls|hölls|hållen|ges|given|görs|göras|gjord|gjordes|drivs|driven|bedrivs|leds|ledd|sköts|skötas|erbjuds|arrangeras|arrangerad|handleds|tillhandahålls|startas|samordnas|coachas|tränas|utbildas|planeras|bokas|bokad|vägleds)$/u
/** What the agency does beside an insats that somebody else performs: it pays, decides, is told, follows up. */
const beside =
  /^(?:informera\p{L}*|följer|följa|får|fick|besluta\p{L}*|betala\p{L}*|ersätt\p{L}*|bekosta\p{L}*|finansiera\p{L}*|godkän\p{L}*|bevilja\p{L}*|begär\p{L}*|beställ\p{L}*|återkoppla\p{L}*|är|bedöm\p{L}*|delta\p{L}*|medverka\p{L}*|närvar\p{L}*|prövar?|prövat|invänta\p{L}*|väntar?|tar|tog|har|meddela\p{L}*|kontakta\p{L}*|bevaka\p{L}*|anvisa\p{L}*|remittera\p{L}*|anlita\p{L}*|upphandla\p{L}*|köper|köpt|ska|skall|vill|kan|avvakta\p{L}*|granska\p{L}*|stäm\p{L}*|skriver|skickar|ringer|hör|avslå\p{L}*|avslog)$/u
/** Those of them that even as the first words of a description make no insats of the agency's. */
const paying =
  /^(?:informeras|får|fick|besluta\p{L}*|betala\p{L}*|ersätt\p{L}*|bekosta\p{L}*|finansiera\p{L}*|godkän\p{L}*|bevilja\p{L}*|är|invänta\p{L}*|väntar?|prövar?|kontaktas|meddelas|anvisa\p{L}*|köper|upphandla\p{L}*|avslå\p{L}*|avvaktar?)$/u

export type Doing = 'performs' | 'performed' | 'beside' | 'pays'

/** What a verb says of an insats: it is performed, or something is done beside it. */
export const doingOf = remembering(5000, 40, (text): Doing | undefined => {
  if (active.test(text)) return 'performs'
  if (passive.test(text)) return 'performed'
  if (paying.test(text)) return 'pays'
  return beside.test(text) ? 'beside' : undefined
})

/** Lines of business and legal forms: "FK Bygg AB" is a company with the agency's short name at its head. */
const business =
  /^(?:ab|hb|kb|aktiebolag|handelsbolag|gmbh|ltd|inc|sverige|group|gruppen|holding|partners?|bemanning|consulting|konsult\p{L}*|bygg\p{L}*|städ\p{L}*|el|vvs|rör|service|redovisning|fastighet\p{L}*|hälsa|åkeri\p{L}*|transport\p{L}*|måleri\p{L}*|golv|plåt|tak|mark|entreprenad\p{L}*|handboll|fotboll|innebandy|hockey|idrott\p{L}*|förening\p{L}*|data|it|media|reklam|design|invest|produktion|produkter|teknik|industri\p{L}*|maskin\p{L}*|bil|bilar|motor|trädgård\p{L}*|restaurang|café|cafe|bageri|kök|möbler|optik|tandvård|friskvård|massage|gym|träning|utbildning|akademi\p{L}*|kompetens|coaching|event|förlag|tryckeri|rekrytering|security|säkerhet|logistik|livs|mat|trading|import|skog|lantbruk|ekonomi|revision|juridik|advokat\p{L}*|arkitekt\p{L}*|sport|klubb\p{L}*|assistans|omsorg|larm|mekan\p{L}*|ventilation|svets|glas|solutions|education|\p{L}+(?:eri|erier|tjänst|tjänster|teknik|service|konsult|byrå|firma|bolag|verkstad))$/u

export function isBusiness(text: string): boolean {
  return business.test(text)
}
