/** `npm run check`: types, lint, format, architecture and unit tests, side by side. The system tests are left to `npm test`. */
import { checks, runTogether } from './steps.ts'

const unit = ['vitest', 'run', 'src/', 'web/', 'test/architecture/', '--exclude', '**/*.system.test.ts']

const outcomes = await runTogether([...checks, { name: 'architecture and unit tests', command: unit }])
const failed = outcomes.filter(({ isWell }) => !isWell).map(({ name }) => name)
if (failed.length > 0) {
  console.log(`failed: ${failed.join(', ')}`)
  process.exitCode = 1
}
