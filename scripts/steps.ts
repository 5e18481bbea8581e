import { spawn } from 'node:child_process'
import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** A program that says by its exit code whether something is well. */
export interface Step {
  readonly name: string
  readonly command: readonly string[]
}

export interface Outcome {
  readonly name: string
  readonly isWell: boolean
}

/** Types, lint and format. */
export const checks: readonly Step[] = [
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware'] },
  {
    name: 'format',
    command: [
      'prettier',
      '--check',
      '--log-level',
      'warn',
      '--cache',
      '--cache-location',
      '.cache/prettier',
      '.',
    ],
  },
]

/** Runs steps side by side; of one that fails, says what it said. */
export function runTogether(steps: readonly Step[]): Promise<readonly Outcome[]> {
  return Promise.all(steps.map(runQuietly))
}

async function runQuietly(step: Step): Promise<Outcome> {
  const began = performance.now()
  const { isWell, output } = await run(step, 'pipe')
  const seconds = ((performance.now() - began) / 1_000).toFixed(1)
  console.log(`${isWell ? 'well  ' : 'FAILED'}  ${step.name}  ${seconds} s`)
  if (!isWell) console.log(output)
  return { name: step.name, isWell }
}

/** Runs one step, and shows what it says while it runs. */
export async function runShown(step: Step): Promise<Outcome> {
  const { isWell } = await run(step, 'inherit')
  return { name: step.name, isWell }
}

async function run({ command }: Step, stdio: 'pipe' | 'inherit') {
  const [program = '', ...words] = command
  const env = { ...process.env, PATH: `${root}node_modules/.bin${delimiter}${process.env['PATH']}` }
  const child = spawn(program, words, { cwd: root, env, stdio: ['ignore', stdio, stdio] })
  const said: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => said.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return { isWell: code === 0, output: Buffer.concat(said).toString() }
}
