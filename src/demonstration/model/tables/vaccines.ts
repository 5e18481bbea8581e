/**
 * The national immunisation schedule (Ministry of Health and Family Welfare, Universal Immunization Programme) with the
 * days on which vaccines were brought into it in Karnataka, and the two vaccines of the pandemic. Codes: CDC's CVX.
 */

type VaccineRow = readonly [name: string, cvx: string, short: string]

const VACCINES = {
  bcg: ['BCG', '19', 'BCG'],
  hepatitisBirth: ['Hepatitis B, birth dose', '08', 'Hep B-0'],
  polio: ['Bivalent oral polio vaccine', '178', 'bOPV'],
  pentavalent: ['DPT-Hep B-Hib (pentavalent)', '198', 'Penta'],
  rotavirus: ['Rotavirus vaccine', '122', 'RVV'],
  inactivatedPolio: ['Fractional inactivated polio vaccine', '10', 'fIPV'],
  pneumococcal: ['Pneumococcal conjugate vaccine', '152', 'PCV'],
  measlesRubella: ['Measles and rubella vaccine', '04', 'MR'],
  dptBooster: ['DPT booster', '01', 'DPT'],
  tetanusDiphtheria: ['Tetanus and adult diphtheria (Td)', '139', 'Td'],
  covishield: ['COVID-19 vaccine, ChAdOx1-S (Covishield)', '210', 'Covishield'],
  covaxin: ['COVID-19 vaccine, inactivated (Covaxin)', '502', 'Covaxin'],
} as const satisfies Readonly<Record<string, VaccineRow>>

export type VaccineKey = keyof typeof VACCINES

export function vaccineOf(key: VaccineKey): {
  readonly name: string
  readonly cvx: string
  readonly short: string
} {
  const [name, cvx, short] = VACCINES[key]
  return { name, cvx, short }
}

export interface Appointment {
  /** Days after birth. */
  readonly due: number
  readonly vaccines: readonly {
    readonly vaccine: VaccineKey
    readonly dose: number
    readonly since?: string
  }[]
}

const WEEK = 7
const MONTH = 30.4

export const SCHEDULE: readonly Appointment[] = [
  {
    due: 0,
    vaccines: [
      { vaccine: 'bcg', dose: 1 },
      { vaccine: 'hepatitisBirth', dose: 1 },
      { vaccine: 'polio', dose: 0 },
    ],
  },
  {
    due: 6 * WEEK,
    vaccines: [
      { vaccine: 'pentavalent', dose: 1 },
      { vaccine: 'polio', dose: 1 },
      { vaccine: 'inactivatedPolio', dose: 1 },
      { vaccine: 'rotavirus', dose: 1, since: '2019-08-01' },
      { vaccine: 'pneumococcal', dose: 1, since: '2021-10-01' },
    ],
  },
  {
    due: 10 * WEEK,
    vaccines: [
      { vaccine: 'pentavalent', dose: 2 },
      { vaccine: 'polio', dose: 2 },
      { vaccine: 'rotavirus', dose: 2, since: '2019-08-01' },
    ],
  },
  {
    due: 14 * WEEK,
    vaccines: [
      { vaccine: 'pentavalent', dose: 3 },
      { vaccine: 'polio', dose: 3 },
      { vaccine: 'inactivatedPolio', dose: 2 },
      { vaccine: 'rotavirus', dose: 3, since: '2019-08-01' },
      { vaccine: 'pneumococcal', dose: 2, since: '2021-10-01' },
    ],
  },
  {
    due: Math.round(9 * MONTH),
    vaccines: [
      { vaccine: 'measlesRubella', dose: 1 },
      { vaccine: 'pneumococcal', dose: 3, since: '2021-10-01' },
      { vaccine: 'inactivatedPolio', dose: 3, since: '2023-01-01' },
    ],
  },
  {
    due: Math.round(17 * MONTH),
    vaccines: [
      { vaccine: 'measlesRubella', dose: 2 },
      { vaccine: 'dptBooster', dose: 1 },
      { vaccine: 'polio', dose: 4 },
    ],
  },
  { due: Math.round(63 * MONTH), vaccines: [{ vaccine: 'dptBooster', dose: 2 }] },
  {
    due: Math.round(121 * MONTH),
    vaccines: [{ vaccine: 'tetanusDiphtheria', dose: 1, since: '2019-01-01' }],
  },
  {
    due: Math.round(193 * MONTH),
    vaccines: [{ vaccine: 'tetanusDiphtheria', dose: 2, since: '2019-01-01' }],
  },
]
