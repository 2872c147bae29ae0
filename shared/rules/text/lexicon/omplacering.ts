import { phrase } from '../phrase.ts'

/** The word in every form and compound, shortened and misspelt: "omplaceras", "omplaceringsfrågan", "ompl." */
export const omplacering =
  /(?<![\p{L}\p{N}])(?:om-?pla[cs]s?er\p{L}*|omplac(?=[.\s]|$)|ompl(?=[.\s]|$))(?:-\p{L}+)?/iu

/** Compounds that only labour law has. */
export const labourLawWord =
  /^om-?placerings-?(?:utredning|utr|skyldighet|rätt|plikt|erbjudande|krets|förhandling)\p{L}*/iu

/** Said of labour law: the step before dismissal, with all vacant posts gone through (001:10957-10983). */
export const labourLaw = phrase(
  'las',
  'mbl',
  '7 ?§(?:§)?',
  'arbetsrätt\\p{L}*',
  '(?:lagen om )?anställningsskydd\\p{L}*',
  '(?:upp)?säg(?:as|a|s|er) upp',
  'uppsägning\\p{L}*',
  'uppsagd\\p{L}*',
  'sakliga? (?:grund|skäl)',
  'alla lediga (?:tjänster|befattningar|anställningar)',
  '(?:till|bland|av) lediga (?:tjänster|befattningar|anställningar)',
  'arbetsbrist\\p{L}*',
  'avslut(?:a|as|ande)?(?: av)? (?:anställning\\p{L}*)',
  'mbl-förhandling\\p{L}*',
  'las-\\p{L}+',
  'facklig förhandling',
  'kollektivavtal\\p{L}*',
)

/** Said of the chain of rehabilitation: other work with the employer, from day 91 (001:10947-10983). */
export const socialInsurance = phrase(
  'sfb(?::?s)?',
  'socialförsäkring\\p{L}*',
  '27 kap\\p{L}*\\.?(?: \\d+ ?§)?',
  '27:4[67]',
  '4[67] ?§(?:§)?',
  'rehab(?:iliterings)?kedja\\p{L}*',
  '(?:dag|dagar?) ?9[01]',
  '9[01] dagar',
  '9[01]:e dagen',
  '9[01]-dagar\\p{L}*',
  'annat (?:tillfälligt )?arbete (?:hos|åt) (?:samma |sin )?arbetsgivare\\p{L}*',
  'sjukförsäkring\\p{L}*',
)

/** What else is moved than a person at work. */
export const otherThings = phrase(
  '(?:hund|katt|häst|djur|valp|barn|fosterbarn|möbl|kapital|aktie|fond|pengar|träd|växt|bord|skrivbord|maskin|hylla|hyllor)\\p{L}*',
  'familjehem\\p{L}*',
)
