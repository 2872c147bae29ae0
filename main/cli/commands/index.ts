import type { TerminalCommand } from '../command.ts'

/**
 * Every command, in the order in which help lists them; this is the only place to register a new one. A command's module is
 * loaded when it runs, so that help does not have to wait for the database driver.
 */
export const commands: readonly TerminalCommand[] = [
  {
    name: 'templates',
    summary: 'cli.summary.templates',
    help: 'cli.help.templates',
    load: () => import('./templates.ts'),
  },
  {
    name: 'template',
    summary: 'interchange.cli.summary',
    help: 'interchange.cli.help',
    load: () => import('./template.ts'),
  },
  {
    name: 'check',
    summary: 'cli.summary.check',
    help: 'cli.help.check',
    load: () => import('./check.ts'),
  },
  {
    name: 'words',
    summary: 'cli.summary.words',
    help: 'cli.help.words',
    load: () => import('./words.ts'),
  },
  {
    name: 'export',
    summary: 'cli.summary.export',
    help: 'cli.help.export',
    load: () => import('./export.ts'),
  },
  {
    name: 'overview',
    summary: 'cli.summary.overview',
    help: 'cli.help.overview',
    load: () => import('./overview.ts'),
  },
  {
    name: 'import',
    summary: 'cli.summary.import',
    help: 'cli.help.import',
    load: () => import('./import.ts'),
  },
  {
    name: 'dump',
    summary: 'cli.summary.dump',
    help: 'cli.help.dump',
    load: () => import('./dump.ts'),
  },
  {
    name: 'package',
    summary: 'cli.summary.package',
    help: 'cli.help.package',
    load: () => import('./package.ts'),
  },
  {
    name: 'answer',
    summary: 'cli.summary.answer',
    help: 'cli.help.answer',
    load: () => import('./answer.ts'),
  },
  {
    name: 'merge',
    summary: 'cli.summary.merge',
    help: 'cli.help.merge',
    load: () => import('./merge.ts'),
  },
  {
    name: 'history',
    summary: 'cli.summary.history',
    help: 'cli.help.history',
    load: () => import('./history.ts'),
  },
  {
    name: 'dispose',
    summary: 'cli.summary.dispose',
    help: 'cli.help.dispose',
    load: () => import('./dispose.ts'),
  },
  {
    name: 'extract',
    summary: 'cli.summary.extract',
    help: 'cli.help.extract',
    load: () => import('./extract.ts'),
  },
  {
    name: 'verify',
    summary: 'cli.summary.verify',
    help: 'cli.help.verify',
    load: () => import('./verify.ts'),
  },
  {
    name: 'rebuild',
    summary: 'cli.summary.rebuild',
    help: 'cli.help.rebuild',
    load: () => import('./rebuild.ts'),
  },
  {
    name: 'follow',
    summary: 'follow.cli.summary',
    help: 'follow.cli.help',
    load: () => import('./follow.ts'),
  },
  {
    name: 'report',
    summary: 'cli.summary.report',
    help: 'cli.help.report',
    load: () => import('./report.ts'),
  },
  {
    name: 'search',
    summary: 'cli.summary.search',
    help: 'cli.help.search',
    load: () => import('./search.ts'),
  },
  {
    name: 'key',
    summary: 'cli.summary.key',
    help: 'cli.help.key',
    load: () => import('./key.ts'),
  },
  {
    name: 'log',
    summary: 'cli.summary.log',
    help: 'cli.help.log',
    load: () => import('./log.ts'),
  },
  {
    name: 'serve',
    summary: 'cli.summary.serve',
    help: 'cli.help.serve',
    load: () => import('./serve.ts'),
  },
  {
    name: 'demo',
    summary: 'cli.summary.demo',
    help: 'cli.help.demo',
    load: () => import('./demo.ts'),
  },
  {
    name: 'handout',
    summary: 'cli.summary.handout',
    help: 'cli.help.handout',
    load: () => import('./handout.ts'),
  },
]
