import type { Page } from '@playwright/test'

/** Those of the texts that stand in some string of the page's JavaScript memory, when what nobody holds has been collected. */
export async function foundInMemory(page: Page, texts: readonly string[]): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  const snapshot = chunks.join('')
  if (!snapshot.includes('"strings"')) throw new Error('The heap snapshot is not whole.')
  return texts.filter((text) => snapshot.includes(text))
}
