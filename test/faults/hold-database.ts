/** Opens the embedded database of a folder, says its URL, and waits to be killed: `postgres.system.test.ts` runs it. */
import { chooseAccount, thisMachine } from '../../src/storage/embedded/account.ts'
import { openEmbeddedPostgres } from '../../src/storage/embedded/postgres.ts'

const [folder = '', guard] = process.argv.slice(2)

const machine = thisMachine()
const can = async (command: readonly string[]) => !command.includes('setpriv') && machine.can(command)
const account = await chooseAccount(guard === 'unguarded' ? { ...machine, can } : machine)
const postgres = await openEmbeddedPostgres({ folder, account })
process.stdout.write(`${postgres.url}\n`)
await postgres.ended
