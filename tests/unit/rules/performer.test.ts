import { describe, expect, test } from 'vitest'
import {
  isBareForsakringskassan,
  readDescription,
  readPerformer,
} from '../../../shared/rules/text/performer.ts'

describe('a performer that means Försäkringskassan', () => {
  test.each([
    'Försäkringskassan',
    'FÖRSÄKRINGSKASSAN',
    'Fo\u0308rsa\u0308kringskassan',
    'Försäkringkassan',
    'Försäkringskassans handläggare',
    'försäkringskassehandläggaren',
    'FK',
    'fk',
    'F.K.',
    'FK:s utredare',
    'FK Stockholm',
    'F-kassan',
    'kassan',
    'vi på kassan',
    'Vi på FK',
    'handläggaren',
    'Handläggare',
    'handläggare på FK',
    'Handläggare på Försäkringskassan',
    'Handläggaren på kontoret',
    'handläggare Anna Ek, FK',
    'Anna Ek (Försäkringskassan)',
    'Anna Ek på FK',
    'Min kollega på FK',
    'ärendets handläggare',
    'utredaren',
    'Vår utredare',
    'utredare Sten',
    'försäkringsutredaren',
    'sjukpenninghandläggaren',
    'försäkringsmedicinska rådgivaren',
    'jag',
    'Jag själv',
    'undertecknad',
    'Arbetsgivaren och FK',
    'FK/arbetsgivaren',
    'jag och arbetsgivaren',
    'Handläggaren och arbetsgivaren',
    'Arbetsgivaren tillsammans med Försäkringskassan',
  ])('%s', (name) => expect(readPerformer(name, false)).toBeDefined())
})

describe('a performer that is somebody else', () => {
  test.each([
    '',
    'Arbetsgivaren',
    'Vårdcentralen Viken',
    'Arbetsförmedlingens handläggare',
    'handläggare på Arbetsförmedlingen',
    'handläggare hos AF',
    'handläggare AF',
    'handläggare/coach på Arbetsförmedlingen',
    'Handläggare och chef på Arbetsförmedlingen',
    'handläggaren på socialtjänsten',
    'Handläggare, socialtjänsten',
    'handläggare på kommunen',
    'kommunens handläggare',
    'Handläggare på Volvo',
    'Volvos handläggare',
    'Fackets utredare',
    'utredare på företagshälsovården',
    'fackkassan',
    'A-kassan',
    'IF Metalls a-kassa',
    'arbetslöshetskassan',
    'Hälsokassan AB',
    'personal i kassan',
    'försäkringsbolaget',
    'FKX',
    'Fredrik Kvist',
    'Vik AB',
    'inte FK',
    'Arbetsförmedlingen i samråd med Försäkringskassan',
    'Arbetsförmedlingen (kontakt med FK)',
    'Arbetsgivaren efter begäran från FK',
    'anordnare som FK har godkänt',
    'Leverantör godkänd av Försäkringskassan',
    'Arbetsträningsanordnare med bidrag från FK',
  ])('%s', (name) => expect(readPerformer(name, false)).toBeUndefined())
})

describe('where the kind of performer is chosen', () => {
  test.each(['Handläggaren', 'jag', 'utredaren Eva'])('"%s" is that actor’s own', (name) =>
    expect(readPerformer(name, true)).toBeUndefined(),
  )
  test.each(['FK', 'Försäkringskassans handläggare'])('"%s" is still the agency', (name) =>
    expect(readPerformer(name, true)).toBeDefined(),
  )
})

describe('a description with the agency as its subject', () => {
  test.each([
    'FK genomför arbetsträning',
    'Försäkringskassan ska ordna praktik',
    'Handläggaren bokar in rehabilitering',
    'Jag ordnar arbetsträning',
    'Vi på kassan ordnar praktik',
    'FK och arbetsgivaren genomför samtal',
  ])('%s', (what) => expect(readDescription(what)).toBeDefined())
  test.each([
    '',
    'Arbetsträning',
    'FK:s beslut inväntas',
    'Arbetsgivaren informerar FK',
    'Handledare utses',
    'Försäkringskassan för kännedom',
    'Handläggaren på Arbetsförmedlingen ordnar praktik',
  ])('not: %s', (what) => expect(readDescription(what)).toBeUndefined())
})

test('a name that says only that it is the agency is told from one that says who', () => {
  expect(isBareForsakringskassan('vi på kassan')).toBe(true)
  expect(isBareForsakringskassan('Försäkringskassans handläggare')).toBe(true)
  expect(isBareForsakringskassan('handläggaren Anna Ek')).toBe(false)
})
