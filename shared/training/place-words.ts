import { isTextKey, type Language, translate } from '../text/index.ts'

/** The names of a path, each with the number of the item of it that is meant: `scenes[0].say` is scenes 1 and say. */
const PART = /([^.[\]]+)(?:\[(\d+)\])?/g

/**
 * A place in the file of a pack as a trainer calls it: `scenes[0].say.sv` is “scen 1, vad utbildaren säger, svenska”. What has no words,
 * as the id of a field, stands as it is.
 */
export function packPlaceText(path: string, language: Language): string {
  return [...path.matchAll(PART)]
    .map(([, name = '', index]) => {
      const key = `exercise.place.${name}`
      if (!isTextKey(key)) return index === undefined ? name : `${name} ${Number(index) + 1}`
      return translate(language, key, { number: Number(index ?? 0) + 1 })
    })
    .join(', ')
}
