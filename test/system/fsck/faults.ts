/** What an insider may do in SQL, and what must be found of it: all of it, and nothing else. */
import type { Named } from './kept.ts'

/** An entry: the first strand of the chart is the house's own entries. */
const at = ({ chart }: Named, index: number) => `chart = '${chart}' and strand = 0 and index = ${index}`
const bit = (column: string, byte = 60) =>
  `${column} = set_byte(${column}, ${byte}, get_byte(${column}, ${byte}) # 1)`
/** The second look at the chart. */
export const look = ({ chart }: Named) => `chart = '${chart}' and index = 1`
/** A block that carries transactions. */
export const BLOCK =
  'height = (select height from ledger.block where array_length(transactions, 1) > 0 order by height limit 1 offset 3)'

export type Fault = readonly [what: string, harm: (kept: Named) => string, found: readonly RegExp[]]

export const entries: readonly Fault[] = [
  [
    'one bit of an entry',
    (kept) => `update records.entry set ${bit('sealed')} where ${at(kept, 1)}`,
    [/^entry .* 1 in strand 0 .*: its seal does not open$/],
  ],
  [
    'two entries whose ciphertexts were swapped',
    (kept) => `update records.entry e set sealed = f.sealed from records.entry f
           where e.chart = '${kept.chart}' and f.chart = e.chart and e.strand = 0 and f.strand = 0 and e.index < 2 and f.index = 1 - e.index`,
    [
      /^entry .* 0 in strand 0 .*: its seal does not open$/,
      /^entry .* 1 in strand 0 .*: its seal does not open$/,
    ],
  ],
  [
    'an entry that was removed',
    (kept) => `delete from records.entry where ${at(kept, 2)}`,
    [/^entry 2 in strand 0 .*: the ledger committed to it, and it is missing$/],
  ],
  [
    'another commitment beside an entry',
    (kept) => `update records.entry set ${bit('leaf', 5)} where ${at(kept, 3)}`,
    [
      /^entry 3 in strand 0 .*: the ledger committed to something else$/,
      /^entry .* 3 in strand 0 .*: it says something else than was committed to$/,
    ],
  ],
  [
    'an entry without its key',
    (kept) =>
      `delete from keys.entry_key k using records.entry e where k.entry = e.id and e.${at(kept, 0).replaceAll(' and ', ' and e.')}`,
    [/^entry .* 0 in strand 0 .*: its key is missing$/],
  ],
  [
    'an entry that is filed under another kind',
    (kept) => `update records.entry set kind = 'bill' where ${at(kept, 0)}`,
    [/: its seal does not open$/],
  ],
  [
    'an entry that is hidden as if it had been replaced',
    (kept) => `update records.entry set replaced = true where ${at(kept, 4)}`,
    [/: it is marked as replaced, and nothing replaces it$/],
  ],
  [
    'an entry under another writer’s name',
    (kept) => `update records.entry set ${bit('writer', 5)} where ${at(kept, 4)}`,
    [/: it stands in another organisation’s strand$/, /: the organisation that wrote it cannot open it$/],
  ],
  [
    'the short words of another entry',
    (kept) =>
      `update records.entry set preview = (select preview from records.entry where ${at(kept, 1)}) where ${at(kept, 5)}`,
    [/ 5 in strand 0 .*: what it says in short does not open$/],
  ],
  [
    'an entry that was put in beside the ledger',
    (
      kept,
    ) => `insert into records.entry select chart, strand, index + 70, gen_random_uuid(), writer, by_patient, kind, care_at, care_day, added_at,
             replaces, replaced, struck, tokens, twin, document, picture, leaf, preview, sealed, links from records.entry where ${at(kept, 0)}`,
    [
      / 70 in strand 0 .*: it stands outside the strands of its chart$/,
      /: its key is missing$/,
      /: what it says in short does not open$/,
    ],
  ],
  [
    'a chart without its key',
    (kept) => `delete from keys.chart_key where chart = '${kept.other}'`,
    [/^chart .*: its key is missing, or does not open$/],
  ],
]

export const looks: readonly Fault[] = [
  [
    'a look that was removed',
    (kept) => `delete from consent.look where ${look(kept)}`,
    [/^look 1 in strand \d .*: the ledger committed to it, and it is missing$/],
  ],
  [
    'one bit of a look',
    (kept) => `update consent.look set ${bit('sealed')} where ${look(kept)}`,
    [/^look 1 in .*: its seal does not open$/],
  ],
  [
    'a look at another time',
    (kept) => `update consent.look set at = at + 1 where ${look(kept)}`,
    [/^look 1 .*: the table says another time than its words$/],
  ],
  [
    'a look under another consent',
    (kept) => `update consent.look set consent = '\\x${kept.open}' where ${look(kept)}`,
    [/^look 1 .*: the table says another consent than its words$/],
  ],
  [
    'another commitment beside a look',
    (kept) => `update consent.look set ${bit('leaf', 5)} where ${look(kept)}`,
    [
      /^look 1 .*: the ledger committed to something else$/,
      /^look 1 .*: its words are not what was committed to$/,
    ],
  ],
]

const isRevoked = ({ revoked }: Named) => `id = '\\x${revoked}'`
const isOpen = ({ open }: Named) => `id = '\\x${open}'`

export const consents: readonly Fault[] = [
  [
    'a consent as if it had not been taken back',
    (kept) => `update consent.consent set revoked_at = null where ${isRevoked(kept)}`,
    [/^consent .*: the ledger says another time of taking back$/],
  ],
  [
    'a consent that lasts longer',
    (kept) => `update consent.consent set expires_at = expires_at + 1 where ${isOpen(kept)}`,
    [/^consent .*: the ledger says another end$/, /^consent .*: the table says another end than its words$/],
  ],
  [
    'a consent for more kinds',
    (kept) => `update consent.consent set kinds = kinds || 'bill'::text, later = true where ${isOpen(kept)}`,
    [/^consent .*: the table says something else than its words$/],
  ],
  [
    'a consent in another reader’s hands',
    (kept) => `update consent.consent set reader = '${kept.other}' where ${isOpen(kept)}`,
    [/^consent .*: its reader is not the practitioner it names$/],
  ],
  [
    'a consent that opens more',
    (kept) => `insert into consent.opened values ('\\x${kept.open}', 0, 6)`,
    [/^consent .*: it opens entry 6 in strand 0, which it does not list$/],
  ],
  [
    'a consent that opens less',
    (kept) => `delete from consent.opened where consent = '\\x${kept.open}' and index = 0`,
    [/^consent .*: \d entries that it lists are not open under it$/],
  ],
  [
    'one bit of a consent',
    (kept) => `update consent.consent set ${bit('sealed')} where ${isOpen(kept)}`,
    [/^consent .*: its seal does not open$/],
  ],
  [
    'a consent that nobody gave',
    (
      kept,
    ) => `insert into consent.consent select '\\x00', request, '${kept.other}', reader, practitioner, organisation, kinds, care_from, care_to, later, plain_only,
             expires_at, granted_at, null, null, strand, 70, leaf, body, digest, sealed, evidence from consent.consent where ${isOpen(kept)}`,
    [/^consent 00: the ledger knows nothing of it$/, /^consent 00: its seal does not open$/],
  ],
  [
    'a consent that was removed',
    (kept) => `delete from consent.consent where ${isRevoked(kept)}`,
    [
      /^consent 0 in strand \d .*: the ledger committed to it, and it is missing$/,
      /^consent [0-9a-f]+: the ledger has it, and it is missing$/,
    ],
  ],
]

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
    'a hospital under another name',
    () => `update identity.organisation set ${bit('sealed')} where kind = 'hospital'`,
    [/^organisation .*: it says something else of itself than the ledger committed to$/],
  ],
]
