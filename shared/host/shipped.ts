/** Something that ships in the program and was made by others: an npm package, or what one brings in its source. */
export interface ShippedPart {
  readonly name: string
  readonly version: string
  /** SPDX: an identifier, or several with `AND` or `OR`. */
  readonly licence: string
  /** The licence in full, with its copyright lines. */
  readonly text: string
}
