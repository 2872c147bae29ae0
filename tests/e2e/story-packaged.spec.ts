// The story's first half in the finished program: everything that it reads, it must find among what was packed.
import { test } from './fixtures.ts'
import { recordsThePlan, signsAndExports } from './parts/story.ts'

test('an employer’s plan on the phone becomes a journal entry on paper', async ({ app }) => {
  await recordsThePlan(app)
  await signsAndExports(app)
})
