import { randomFrom } from '../demo-cases.ts'

const given =
  'Lisa Amir Karin Jonas Fatima Erik Maja Olof Samira Nils Ingrid Petra Åke Elin Yusuf Märta Göran Siv'.split(
    ' ',
  )
const first =
  'Berg Lind Sand Ek Ny Sjö Wall Åker Dahl Ö Ström Holm Ahl Björk Fors Gran Hed Kvarn Löv Rönn'.split(' ')
const last = 'gren kvist ström lund berg dal man qvist fors mark ek blom'.split(' ')
const employers = 'Plåt Livs Frakt Omsorg Snickeri Städ Data Bageri Bygg Skola Tryck Odling'.split(' ')
const places = 'Norr Söder Öster Väster Kusten Skogen Slätten Sjön Åsen Berget'.split(' ')

const beginnings = [
  'Den försäkrade berättar att',
  'Arbetsgivaren uppger att',
  'Vid samtalet framkom att',
  'Läkarintyget anger att',
  'Facket framhåller att',
  'Rehabkoordinatorn menar att',
  'Sedan förra kontakten är det så att',
  'I planen står att',
  'Efter två veckors arbetsträning visade det sig att',
  'Enligt chefen är det klart att',
]
const middles = [
  'arbetspassen behöver vara kortare',
  'arbetsuppgifterna är för tunga',
  'sömnen har blivit bättre',
  'det finns andra uppgifter att pröva',
  'arbetsprövningen gick som det var tänkt',
  'trappor och lyft fungerar dåligt',
  'återgångsplanen behöver ses över',
  'hjälpmedel är beställda men har inte kommit',
  'smärtan är värst på eftermiddagen',
  'en handledare finns på plats varje förmiddag',
  'arbetstiden trappas upp med två timmar i veckan',
  'företagshälsovården har gjort en arbetsplatsutredning',
]
const ends = [
  'och det följs upp om en månad.',
  'vilket alla är överens om.',
  'men det är för tidigt att säga vad det betyder.',
  'så nästa steg är ett möte på arbetsplatsen.',
  'och ingen annan insats behövs nu.',
  'fast väntetiden är lång.',
  'och den försäkrade vill gärna försöka.',
  'men det saknas någon som kan ta emot.',
]

/** Something of a list, by a random number. */
export function drawn<T>(random: () => number, from: readonly T[]): T {
  const found = from[Math.floor(random() * from.length)]
  if (found === undefined) throw new RangeError('Nothing to choose from.')
  return found
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** An invented name; there are some four thousand. */
export const inventName = (random: () => number) =>
  `${drawn(random, given)} ${capital(`${drawn(random, first)}${drawn(random, last)}`.toLowerCase())}`

/** An invented employer; the same number gives the same. */
export const inventedEmployer = (number: number) =>
  `Påhittade ${employers[number % employers.length] ?? ''} ${Math.floor(number / employers.length) + 1} AB`

/** An invented office of the agency. */
export const officeNumbered = (number: number) => `Kontor ${places[number % places.length] ?? ''}`

const sentence = (random: () => number) =>
  `${drawn(random, beginnings)} ${drawn(random, middles)} ${drawn(random, ends)}`

/** Texts to draw from, half of them short and half long, 1 500 characters in the mean. */
export function inventTexts(seed: number, count: number): string[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, index) => {
    const length = index % 2 === 0 ? 500 : 2500
    let text = sentence(random)
    while (text.length < length) text += ` ${sentence(random)}`
    return text
  })
}
