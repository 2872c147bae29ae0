import type { z } from 'zod'
import type { Db } from '../db.ts'

/** Something that is asked of an archive in a thread of its own: what is asked and answered goes there and back as plain data. */
export interface Question<Asked, Answer> {
  readonly name: string
  readonly answer: z.ZodType<Answer>
  /** Reads the answer on a connection of this thread. */
  readonly read: (db: Db, asked: Asked) => Answer
  /** The same of what came from another thread. */
  readonly readPlain: (db: Db, asked: unknown) => Answer
}

export function question<Asked, Answer>(
  name: string,
  {
    asked,
    answer,
    read,
  }: {
    asked: z.ZodType<Asked>
    answer: z.ZodType<Answer>
    read: (db: Db, asked: Asked) => Answer
  },
): Question<Asked, Answer> {
  return { name, answer, read, readPlain: (db, plain) => read(db, asked.parse(plain)) }
}
