/** The same for blocks, and for the tables that they leave behind. */
import { bit, type Fault } from './faults.ts'

/** A block that carries transactions. */
export const BLOCK =
  'height = (select height from ledger.block where array_length(transactions, 1) > 0 order by height limit 1 offset 3)'

export const blocks: readonly Fault[] = [
  [
    'one bit of a transaction',
    () =>
      `update ledger.block set transactions[1] = set_byte(transactions[1], 60, get_byte(transactions[1], 60) # 1) where ${BLOCK}`,
    [/^block \d+: its header speaks for another transactions$/],
  ],
  [
    'one bit of the votes',
    () =>
      `update ledger.block set light_block = set_byte(light_block, length(light_block) - 130, get_byte(light_block, length(light_block) - 130) # 1) where ${BLOCK}`,
    [/^block \d+: (its votes do not hold|its header and votes cannot be read|it names other validators)/],
  ],
  [
    'one bit of the header',
    () =>
      `update ledger.block set light_block = set_byte(light_block, 12, get_byte(light_block, 12) # 1) where ${BLOCK}`,
    [/^block \d+: its header /],
  ],
  [
    'other results',
    () => `update ledger.block set results[1] = 'KEY_TAKEN' where ${BLOCK}`,
    [/^block \d+: other results are kept than its transactions have$/],
  ],
  [
    'another time beside it',
    () => `update ledger.block set time = time + 1 where ${BLOCK}`,
    [/^block \d+: it is kept under another time$/],
  ],
  [
    'another hash beside it',
    () => `update ledger.block set ${bit('hash', 3)} where height = (select max(height) from ledger.block)`,
    [/^block \d+: it is kept under another hash$/],
  ],
  [
    'another height beside it',
    () =>
      `update ledger.block set height = height + 1000 where height = (select max(height) from ledger.block)`,
    [/^block \d+: it is kept under another height$/],
  ],
  [
    'another place in the History',
    () => `update ledger.block set history_index = 7000 where ${BLOCK}`,
    [/^block \d+: it is kept under another place in the History$/],
  ],
  [
    'a block that was taken out',
    () => `delete from ledger.block where ${BLOCK}`,
    [/^block \d+: its header speaks for another /],
  ],
  [
    'another beginning',
    () => `update ledger.chain set genesis_time = genesis_time + 1`,
    [/^block 1: its header speaks for another time$/],
  ],
  [
    'a beginning that cannot be read',
    () => `update ledger.chain set genesis_state = 'x'`,
    [/^chain genesis: what it began with cannot be read$/],
  ],
]

export const tables: readonly Fault[] = [
  [
    'another value in the state',
    () => `update ledger.state set ${bit('value', 0)} where key = (select max(key) from ledger.state)`,
    [/^state [0-9a-f]{64}: it has another value than the blocks make$/],
  ],
  [
    'a value that is missing from the state',
    () => `delete from ledger.state where key = (select max(key) from ledger.state)`,
    [/^state [0-9a-f]{64}: it is missing$/],
  ],
  [
    'a value that no block made',
    () => `insert into ledger.state values (decode(repeat('ab', 32), 'hex'), 'x')`,
    [/^state (ab){32}: no block made it$/],
  ],
  [
    'a strand as if less of it were on the ledger',
    (kept) =>
      `update ledger.anchor a set anchored = anchored - 1 from ledger.strand s where s.strand = a.strand and s.chart = '${kept.chart}' and s.ordinal = 0`,
    [
      /^strand 0 of chart .*: it is marked as anchored up to another place than the ledger has it$/,
      /^strand 0 of chart .*: leaves that wait for the ledger are missing$/,
    ],
  ],
  [
    'a strand as if it were longer',
    (kept) => `update ledger.strand set next = next + 1 where chart = '${kept.chart}' and ordinal = 0`,
    [
      /^strand 0 .*: leaves that wait for the ledger are missing$/,
      /^strand 0 .*: what waits of it for the ledger is noted wrongly$/,
    ],
  ],
  [
    'a strand as if it were shorter',
    (kept) => `update ledger.strand set next = next - 1 where chart = '${kept.chart}' and ordinal = 0`,
    [
      / 7 in strand 0 .*: it stands outside the strands of its chart$/,
      /^strand 0 .*: the ledger has more of it than this node$/,
    ],
  ],
  [
    'a strand under another identifier',
    (kept) =>
      `update ledger.strand set strand = decode(repeat('ab', 32), 'hex') where chart = '${kept.chart}' and ordinal = 0`,
    [
      /^strand [0-9a-f]{64}: the ledger has it, and no chart here$/,
      /^strand 0 .*: it is kept under another identifier than its chart gives it$/,
    ],
  ],
  [
    'what waits for the ledger where nothing does',
    (kept) =>
      `insert into ledger.waiting (strand, upto) select strand, 3 from ledger.strand where chart = '${kept.chart}' and ordinal = 0`,
    [/^strand 0 .*: what waits of it for the ledger is noted wrongly$/],
  ],
  [
    'a licence from another day on',
    () => `update identity.licence set issued_at = issued_at + 1`,
    [/^licence .*: the ledger says another day of issue$/],
  ],
  [
    'a licence for another system',
    () => `update identity.licence set system = 'dental'`,
    [/^licence .*: the ledger says another system$/],
  ],
  [
    'a licence as if it were suspended',
    () => `update identity.licence set suspended_at = issued_at`,
    [/^licence .*: the ledger says otherwise whether it is held or suspended$/],
  ],
  [
    'a licence under an order that nobody gave',
    () => `update identity.licence set order_commitment = decode(repeat('ab', 32), 'hex')`,
    [/^licence .*: the ledger names another order$/],
  ],
  [
    'a licence of another version',
    () => `update identity.licence set version = version + 1`,
    [/^licence .*: the ledger has changed it another number of times$/],
  ],
  [
    'a licence that lasts longer',
    () => `update identity.licence set valid_until = valid_until + 1`,
    [/^licence [0-9a-f]{32}: the ledger says another end$/],
  ],
  [
    'a licence that nobody checked',
    () => `insert into identity.licence values ('\\x77', null, null, 'modern', 1, 9000000000000, 1)`,
    [/^licence 77: the ledger knows nothing of it$/],
  ],
  [
    'a licence in another’s hands',
    (kept) => `update identity.licence set person = '${kept.other}'`,
    [
      /^licence .*: it is in another person’s hands than the one who applied$/,
      /^consent .*: its reader is not the practitioner it names$/,
      /^consent/,
      /^consent/,
    ],
  ],
  [
    'a licence that was removed',
    () => `delete from identity.licence`,
    [/^licence [0-9a-f]{32}: the ledger has issued it, and it is missing$/],
  ],
  [
    'a hospital in another state',
    () => `update identity.organisation set state = 'suspended' where kind = 'hospital'`,
    [/^organisation [0-9a-f]{32}: the ledger says that it is active$/],
  ],
  [
    'a hospital as a clinic',
    () => `update identity.organisation set kind = 'clinic' where kind = 'hospital'`,
    [/^organisation .*: the ledger says another kind$/],
  ],
  [
    'a hospital with another node',
    () => `update identity.organisation set number = 2000 where kind = 'hospital'`,
    [/^organisation .*: the ledger says another number$/],
  ],
  [
    'a hospital of another version',
    () => `update identity.organisation set version = version + 1 where kind = 'hospital'`,
    [/^organisation .*: the ledger has changed it another number of times$/],
  ],
  [
    'a hospital that was removed',
    () =>
      `delete from identity.membership; delete from identity.registration; delete from identity.organisation where kind = 'hospital'`,
    [/^organisation [0-9a-f]{32}: the ledger has approved it, and it is missing$/],
  ],
  [
    'a hospital under another name',
    () => `update identity.organisation set ${bit('sealed')} where kind = 'hospital'`,
    [/^organisation .*: it says something else of itself than the ledger committed to$/],
  ],
]
