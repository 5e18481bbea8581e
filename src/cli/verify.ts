import { createReadStream } from 'node:fs'

import type { Command } from 'commander'

import { beginVerifying, type Report } from '#exchange/model'
import { ConfigError } from '#server'

import type { Context } from './context.ts'
import { requireFile } from './named.ts'

const PIECE_BYTES = 1024 * 1024

/** `twinchart verify FILE`: asks nobody, needs no data folder. */
export function register(program: Command, context: Context): void {
  program
    .command('verify <file>')
    .description('check an exported chart: nothing altered, nothing left out, which consents were in force')
    .option('--trust <key...>', "validators' keys in hexadecimal that you know to be the network's")
    .action(async (file: string, { trust }: { trust?: string[] }) => {
      await requireFile(file)
      const verifying = beginVerifying(trust ? { keys: trust.map(toKey) } : {})
      for await (const piece of createReadStream(file, { highWaterMark: PIECE_BYTES })) verifying.take(piece)
      const report = verifying.finish()
      context.answer({ text: toText(report), result: report, isWell: report.ok })
    })
}

/** Ed25519, as the report prints it; a slip of the hand is no reason to call a file altered. */
function toKey(words: string): string {
  if (/^[\da-f]{64}$/i.test(words)) return words.toLowerCase()
  throw new ConfigError('BAD_CONFIGURATION', `--trust takes 64 hexadecimal digits, not '${words}'`)
}

function toText(report: Report): string {
  const { unaltered, complete, consentsHold, worth, findings } = report
  return [
    line(unaltered, 'nothing was altered', 'something was altered'),
    line(complete, 'nothing was left out', 'something may be left out'),
    line(
      consentsHold,
      'the consents are as the ledger has them',
      'the consents are not as the ledger has them',
    ),
    `${report.entries} entries, ${report.documents} documents, ${report.looks.length} looks, ${report.consents.length} consents`,
    ...report.consents.map(
      ({ from, until, revoked }) =>
        `  consent in force from ${day(from)} until ${day(until)}${revoked ? ' (taken back)' : ''}`,
    ),
    ...(worth ? [worthOf(worth)] : []),
    ...findings.map(({ code, frame, words }) => `${code} at frame ${frame}: ${words}`),
  ].join('\n')
}

function line(holds: boolean, yes: string, no: string): string {
  return holds ? `yes  ${yes}` : `NO   ${no}`
}

function worthOf({ members, signers, height, time, keys, chain }: NonNullable<Report['worth']>): string {
  const who = members === 1 ? 'one operator signed this' : `${signers} of ${members} members signed this`
  return `what it is worth: ${who}, at height ${height} of ${chain}, ${day(time)} (keys ${keys.join(', ')}); archive: true if that key was not misused`
}

function day(at: number): string {
  return new Date(at).toISOString().replace('T', ' ').slice(0, 16)
}
