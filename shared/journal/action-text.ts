import { isTextKey, type Language, translate } from '../text/index.ts'

/** What was done in words; an action of another version by its own name. */
export function actionText(language: Language, action: string): string {
  const key = `lists.logAction.${action}`
  return isTextKey(key) ? translate(language, key, { count: 1 }) : action
}
