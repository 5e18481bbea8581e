import { Command } from 'commander'

import description from '../../package.json' with { type: 'json' }
import { endOf, endOfFailure, WRONG_DATA, type End } from './answer.ts'
import * as clock from './clock.ts'
import * as config from './config.ts'
import * as demo from './demo.ts'
import * as exporting from './export.ts'
import * as fsck from './fsck.ts'
import * as importing from './import.ts'
import * as officer from './officer.ts'
import * as start from './start.ts'
import * as verify from './verify.ts'
import { configureFrom, type Answer, type CommandModule } from './context.ts'

/** One line a command. */
const commands: readonly CommandModule[] = [
  start,
  demo,
  importing,
  exporting,
  verify,
  fsck,
  officer,
  clock,
  config,
]

const EXIT_CODES = 'Exit code: 0 well, 1 something is wrong with the data, 2 wrong use.'

const end = await run(process.argv)
if (end.err !== '') process.stderr.write(`${end.err}\n`)
if (end.out !== '') process.stdout.write(`${end.out}\n`)
process.exitCode = end.code

async function run(words: readonly string[]): Promise<End> {
  const program = newProgram()
  const answers: Answer[] = []
  const context = { configure: configureFrom, answer: (answer: Answer) => void answers.push(answer) }
  for (const { register } of commands) register(program, context)
  const isJson = () => program.opts()['json'] === true || words.includes('--json')
  try {
    await program.parseAsync(words)
    const [answer] = answers
    return answer ? endOf(answer, isJson()) : { code: WRONG_DATA, out: '', err: 'the command gave no answer' }
  } catch (error) {
    return endOfFailure(error, isJson())
  }
}

/** Subcommands take over `exitOverride` and the shape of help from here, so it is made before they are added. */
function newProgram(): Command {
  return new Command('twinchart')
    .description(description.description)
    .version(description.version)
    .option('--data <folder>', 'the folder everything is kept in (./data)')
    .option('--json', 'end standard output with one line of JSON')
    .showHelpAfterError('(--help lists what there is)')
    .addHelpText('after', `\n${EXIT_CODES}`)
    .exitOverride()
}
