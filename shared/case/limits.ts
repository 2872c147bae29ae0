/** The longest text one field takes, in UTF-16 units; a longer one is refused with what it was, and nothing is cut. Own choice. */
export const MAX_FIELD_CHARS = 200_000
/** The largest note a save takes, in UTF-16 units of its JSON. Own choice. */
export const MAX_NOTE_CHARS = 4_000_000
