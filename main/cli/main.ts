// The command line: `klarlagt COMMAND …`. bin/klarlagt.mjs runs it in a checkout, and the installed program by itself.
import manifest from '../../package.json' with { type: 'json' }
import { messageText } from '../../shared/text/index.ts'
import type { TerminalCommand } from './command.ts'
import { commands } from './commands/index.ts'
import { refusalLine } from './refusals.ts'
import { type ExitCode, Misuse, processTerminal, type Terminal } from './terminal.ts'

const helpWords = ['--help', '-h', 'help']

function overview({ t }: Terminal): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${t(summary)}`)
  return [t('cli.help.head'), '', ...list, '', t('cli.help.foot')].join('\n')
}

async function runCommand(
  command: TerminalCommand,
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  if (args.includes('--help') || args.includes('-h')) {
    terminal.print(terminal.t(command.help))
    return 0
  }
  const { run: runIt } = await command.load()
  return runIt(args, terminal)
}

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === '--version' || name === '-V') {
    terminal.print(manifest.version)
    return 0
  }
  if (name === undefined || helpWords.includes(name)) {
    const asked = commands.find((command) => command.name === rest[0])
    terminal.print(asked === undefined ? overview(terminal) : terminal.t(asked.help))
    return name === undefined ? 2 : 0
  }
  const command = commands.find((known) => known.name === name)
  if (command === undefined) throw new Misuse(terminal.t('cli.misuse.unknownCommand', { name }))
  return runCommand(command, rest, terminal)
}

/** The reader of our output may stop early (`klarlagt … | head`); that is not an error. */
function allowEarlyEnd(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
}

/** Runs a command with the process's own terminal. Never throws: what is in the way is said, and the exit code is 2. */
export async function runCommandLine(args: readonly string[]): Promise<ExitCode> {
  allowEarlyEnd()
  const terminal = processTerminal()
  for (const finding of terminal.policies.findings)
    terminal.say(`klarlagt: ${messageText(terminal.language, finding)}`)
  try {
    return await run(args, terminal)
  } catch (error) {
    const words = refusalLine(error, terminal)
    if (words !== undefined) terminal.say(`klarlagt: ${words}`)
    else {
      terminal.say(`klarlagt: ${terminal.t('cli.unexpected')}`)
      terminal.say(error instanceof Error ? (error.stack ?? error.message) : String(error))
    }
    return 2
  }
}
