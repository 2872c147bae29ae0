import Organisationsnummer from 'organisationsnummer'
import Personnummer from 'personnummer'
import { z } from 'zod'

/** Whether a text is a personnummer or a samordningsnummer whose check digit holds. */
export function isPersonnummer(text: string): boolean {
  return Personnummer.valid(text, { allowCoordinationNumber: true, allowInterimNumber: false })
}

/** A personnummer in the long form ÅÅÅÅMMDD-NNNN, or undefined where it fails its check. */
export function formatPersonnummer(text: string): string | undefined {
  if (!isPersonnummer(text)) return undefined
  const long = Personnummer.parse(text).format(true)
  return `${long.slice(0, 8)}-${long.slice(8)}`
}

/** An organisation number as NNNNNN-NNNN, or undefined where its check digit fails. */
export function formatOrganisationNumber(text: string): string | undefined {
  if (!Organisationsnummer.valid(text)) return undefined
  return Organisationsnummer.parse(text).format(true)
}

export const personnummerSchema = z
  .string()
  .refine(isPersonnummer, { error: 'personnummer-check' })
  .brand<'Personnummer'>()

export const organisationNumberSchema = z
  .string()
  .refine((text) => formatOrganisationNumber(text) !== undefined, { error: 'organisation-number-check' })
  .brand<'OrganisationNumber'>()
