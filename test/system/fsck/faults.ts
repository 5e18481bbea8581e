/** What an insider may do in SQL, and what must be found of it: all of it, and nothing else. */
import type { Named } from './kept.ts'

/** An entry: the first strand of the chart is the house's own entries. */
const at = ({ chart }: Named, index: number) => `chart = '${chart}' and strand = 0 and index = ${index}`
export const bit = (column: string, byte = 60) =>
  `${column} = set_byte(${column}, ${byte}, get_byte(${column}, ${byte}) # 1)`
/** The second look at the chart. */
export const look = ({ chart }: Named) => `chart = '${chart}' and index = 1`
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
    'an entry that is filed under another day',
    (kept) => `update records.entry set care_day = '2001-01-01' where ${at(kept, 1)}`,
    [/^entry .* 1 in strand 0 .*: it is filed under another date of care than it gives$/],
  ],
  [
    'an entry that stands at another place in the timeline',
    (kept) => `update records.entry set care_at = care_at + 86400000 where ${at(kept, 1)}`,
    [/: it is filed under another date of care than it gives$/],
  ],
  [
    'an entry that is struck through only in the table',
    (kept) => `update records.entry set struck = true where ${at(kept, 1)}`,
    [/: the table says otherwise whether it was entered in error$/],
  ],
  [
    'an entry that no search for its code finds',
    (kept) => `update records.entry set tokens = '{}' where ${at(kept, 1)}`,
    [/: it is found by other codes than it has$/],
  ],
  [
    'an entry that hides another as if it replaced it',
    (kept) =>
      `update records.entry set replaces = (select id from records.entry where ${at(kept, 2)}) where ${at(kept, 3)}`,
    [/ 2 in strand 0 .*: it is replaced, and not marked so$/],
  ],
  [
    'the key of an entry for its writer',
    (kept) =>
      `update keys.entry_key set for_writer = '\\x00' where entry = (select id from records.entry where ${at(kept, 1)})`,
    [/: the organisation that wrote it cannot open it$/],
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
             replaces, replaced, struck, tokens, twin, document, picture, leaf, preview, sealed from records.entry where ${at(kept, 0)}`,
    [
      / 70 in strand 0 .*: it stands outside the strands of its chart$/,
      /: its key is missing$/,
      /: what it says in short does not open$/,
    ],
  ],
  [
    'a chart with another key',
    (kept) => `update keys.chart_key set wrapped = '\\x00' where chart = '${kept.other}'`,
    [/^chart .*: its key is missing, or does not open$/],
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
    'a consent that began before it was given',
    (kept) => `update consent.consent set granted_at = granted_at - 1 where ${isOpen(kept)}`,
    [/^consent .*: the ledger says another time of granting$/],
  ],
  [
    'another commitment beside a consent',
    (kept) => `update consent.consent set ${bit('leaf', 5)} where ${isOpen(kept)}`,
    [
      /^consent 1 in strand \d .*: the ledger committed to something else$/,
      /^consent .*: the ledger committed to other words$/,
      /^consent .*: its words are not what was committed to$/,
    ],
  ],
  [
    'a consent at another place of its chart',
    (kept) => `update consent.consent set index = 70 where ${isOpen(kept)}`,
    [
      /^consent 1 in strand \d .*: the ledger committed to it, and it is missing$/,
      /^consent .*: it stands outside the strands of its chart$/,
    ],
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
