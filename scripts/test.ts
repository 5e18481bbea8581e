/**
 * `npm test`: installs what the tests need, runs the checks and all tests, and ends with how many passed, failed and skipped.
 * `npm test -- src/ledger` runs only the tests whose path contains that.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { checks, root, runShown, runTogether, type Outcome } from './steps.ts'
import { installTools } from './tools.ts'

const REPORT = join(root, '.cache/tests.json')
const SMOKE = 'bench/smoke.ts'

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly string[]
}

const missing = installTools()
const before = await runTogether(checks)
const tests = await runTests()
const after = existsSync(join(root, SMOKE))
  ? [await runShown({ name: 'bench', command: ['node', SMOKE] })]
  : []
const [steps, tools] = [tallyOf([...before, ...after]), tallyOfTools(missing)]
close(steps, tests, tools)

async function runTests(): Promise<Tally> {
  mkdirSync(join(root, '.cache'), { recursive: true })
  rmSync(REPORT, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`]
  const command = ['vitest', 'run', ...process.argv.slice(2), ...reporters]
  const { isWell } = await runShown({ name: 'tests', command })
  const tally = existsSync(REPORT) ? readReport() : { passed: 0, failed: 0, skipped: [] }
  // Vitest also fails for what is no test's fault, like an error after the last of them.
  return isWell || tally.failed > 0 ? tally : { ...tally, failed: 1 }
}

function readReport(): Tally {
  const report = reportSchema.parse(JSON.parse(readFileSync(REPORT, 'utf8')))
  const unread = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const skipped = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => fullName),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + unread.length, skipped }
}

function tallyOf(outcomes: readonly Outcome[]): Tally {
  const failed = outcomes.filter(({ isWell }) => !isWell).length
  return { passed: outcomes.length - failed, failed, skipped: [] }
}

/** A person may lack a tool, and is told which tests that cost; CI may not. */
function tallyOfTools(programs: readonly string[]): Tally {
  for (const program of programs) console.log(`missing: ${program} (the tests that need it are skipped)`)
  return { passed: 0, failed: process.env['CI'] === 'true' ? programs.length : 0, skipped: [] }
}

function close(...tallies: readonly Tally[]): void {
  const skipped = tallies.flatMap((tally) => tally.skipped)
  for (const name of skipped) console.log(`skipped: ${name}`)
  const [passed, failed] = [
    sum(tallies.map((tally) => tally.passed)),
    sum(tallies.map((tally) => tally.failed)),
  ]
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`)
  process.exitCode = failed > 0 ? 1 : 0
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
