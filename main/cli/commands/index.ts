import type { Command } from '../command.ts'
import { check } from './check.ts'
import { demo } from './demo.ts'
import { dump } from './dump.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { serve } from './serve.ts'
import { templates } from './templates.ts'
import { verify } from './verify.ts'

/** Every command of the terminal, in the order of the help. A new one is added here and nowhere else. */
export const commands: readonly Command[] = [
  templates,
  check,
  exportCommand,
  importCommand,
  dump,
  verify,
  serve,
  demo,
]
