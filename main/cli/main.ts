// The command line: `klarlagt COMMAND …`. bin/klarlagt.mjs runs it.
import manifest from '../../package.json' with { type: 'json' }
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

async function main(): Promise<ExitCode> {
  const terminal = processTerminal()
  try {
    return await run(process.argv.slice(2), terminal)
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

// The reader of our output may stop early (`klarlagt … | head`); that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})
process.exitCode = await main()
