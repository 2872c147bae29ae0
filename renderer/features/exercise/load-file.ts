import { isDefinedError, safe } from '@orpc/client'
import type { BundleProblem } from '../../../shared/api/errors.ts'
import { message } from '../../../shared/text/index.ts'
import { MAX_PACK_CHARS } from '../../../shared/training/load.ts'
import { pickFile, readPicked } from '../../base/files.ts'
import type { Workbench } from '../../workbench/contribution.ts'
import { showRefused } from './refused-dialog.tsx'

/** At most so many bytes of UTF-8 are of a pack's characters. */
const MAX_BYTES = 3 * MAX_PACK_CHARS

/** Brings a pack that somebody has shared into the demo archive, or says in words why it is no pack. */
export async function loadFile({ client, confirm, notify, saveAll, t }: Workbench): Promise<void> {
  const file = await pickFile('.json,application/json')
  if (file === undefined) return
  const refuse = (problems: readonly BundleProblem[]) => showRefused({ fileName: file.name, problems })
  const text = await readPicked(file, MAX_BYTES)
  if (!text.ok) {
    const { kind, params } = text.fault
    return refuse([{ path: '', message: message(`errors.file.${kind}`, params) }])
  }
  const pack = { text: text.value }
  let answer = await safe(client.training.load({ pack }))
  if (isDefinedError(answer.error) && answer.error.code === 'PACK_LOADED') {
    const isSure = await confirm({
      title: t('exercise.file.replace.title'),
      body: t('exercise.file.replace.body'),
      confirm: t('exercise.file.replace'),
      danger: true,
    })
    if (!isSure) return
    await saveAll()
    answer = await safe(client.training.load({ pack, replace: true }))
  }
  const { error, data } = answer
  if (isDefinedError(error) && error.code === 'PACK_REFUSED') return refuse(error.data.problems)
  if (error !== null) throw error
  notify(t('exercise.file.done', { title: data.title }), 'success')
}
