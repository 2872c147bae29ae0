import { app } from 'electron'
import { type ParamsOf, type TextKey, translate } from '../../shared/text/index.ts'
import { keptLanguage } from './window-state.ts'

/** A text of the desktop's own dialogs, in the language that the window speaks. */
export function hostText<Key extends TextKey>(key: Key, ...params: ParamsOf<Key>): string {
  return translate(keptLanguage(app.getPath('userData')), key, ...params)
}
