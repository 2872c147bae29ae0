/** The longest text one field takes, in UTF-16 units; a longer one is refused with what it was, and nothing is cut. Own choice. */
export const MAX_FIELD_CHARS = 200_000
/** The largest note a save takes, in UTF-16 units of its JSON. Own choice. */
export const MAX_NOTE_CHARS = 4_000_000

/** The largest case bundle that is read, in UTF-16 units. Own choice: more than a case with a hundred full notes. */
export const MAX_BUNDLE_CHARS = 50_000_000

/** The most bytes that a case bundle of that length can take in UTF-8. */
export const MAX_BUNDLE_BYTES = 3 * MAX_BUNDLE_CHARS
