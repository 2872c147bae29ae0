/** The largest file that a template is read from, in bytes: as many as the letters of the largest Questionnaire can take. */
export const MAX_SOURCE_BYTES = 18_000_000
