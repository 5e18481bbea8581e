/**
 * What is measured and how it is written in India: sugars, creatinine and lipids in mg/dL, haemoglobin in g/dL,
 * counts per cumm, platelets in lakh, temperature in °F. Codes: LOINC (© Regenstrief Institute); a test of which no
 * code is certain goes by its name alone. Ranges: conventional for adults, as Indian slips print them.
 */

/** LOINC code (or none), LOINC name, what a slip prints, panel, unit (or none), decimals (-1: to tens). */
type TestRow = readonly [
  loinc: string,
  name: string,
  label: string,
  panel: PanelKey,
  unit: Unit | '',
  decimals: number,
]
type Range = readonly [low: number, high: number]

/** Units as shown, and their UCUM codes. */
const UNITS = {
  '°F': '[degF]',
  '/min': '/min',
  mmHg: 'mm[Hg]',
  '%': '%',
  kg: 'kg',
  cm: 'cm',
  score: '{score}',
  weeks: 'wk',
  'g/dL': 'g/dL',
  'cells/cumm': '/mm3',
  'lakh/cumm': '10*5/mm3',
  'mm/1st hr': 'mm/h',
  'mg/dL': 'mg/dL',
  'U/L': 'U/L',
  'µIU/mL': 'u[IU]/mL',
  '/hpf': '/[HPF]',
  'copies/mL': '{copies}/mL',
} as const
type Unit = keyof typeof UNITS

/** Name, LOINC code (or none), section of HL7 table 0074. */
const PANELS = {
  vitals: ['Vital signs', '', 'OTH'],
  score: ['Assessment', '', 'OTH'],
  obstetric: ['Obstetric examination', '', 'OTH'],
  blood: ['Complete blood count', '58410-2', 'HM'],
  sugar: ['Blood sugar', '', 'CH'],
  renal: ['Renal function', '', 'CH'],
  lipid: ['Lipid profile', '24331-1', 'CH'],
  liver: ['Liver function', '', 'CH'],
  thyroid: ['Thyroid function', '', 'CH'],
  urine: ['Urine routine', '24357-6', 'URN'],
  serology: ['Serology', '', 'SR'],
  microbiology: ['Microbiology', '', 'MB'],
  molecular: ['Molecular test', '', 'GE'],
  hiv: ['HIV monitoring', '', 'VR'],
  xray: ['Chest X-ray', '30745-4', 'RAD'],
  ultrasound: ['Obstetric ultrasound', '11525-3', 'RAD'],
  bone: ['X-ray', '', 'RAD'],
  ecg: ['ECG', '11524-6', 'EC'],
} as const
export type PanelKey = keyof typeof PANELS

// prettier-ignore
const TESTS = {
  temperature: ['8310-5', 'Body temperature', 'Temp', 'vitals', '°F', 1],
  pulse: ['8867-4', 'Heart rate', 'PR', 'vitals', '/min', 0],
  systolic: ['8480-6', 'Systolic blood pressure', 'BP systolic', 'vitals', 'mmHg', 0],
  diastolic: ['8462-4', 'Diastolic blood pressure', 'BP diastolic', 'vitals', 'mmHg', 0],
  breathing: ['9279-1', 'Respiratory rate', 'RR', 'vitals', '/min', 0],
  oxygen: ['59408-5', 'Oxygen saturation in Arterial blood by Pulse oximetry', 'SpO2', 'vitals', '%', 0],
  weight: ['29463-7', 'Body weight', 'Wt', 'vitals', 'kg', 1],
  height: ['8302-2', 'Body height', 'Ht', 'vitals', 'cm', 0],
  birthWeight: ['8339-4', 'Birth weight Measured', 'Birth wt', 'vitals', 'kg', 2],
  phq9: ['44261-6', 'Patient Health Questionnaire 9 item (PHQ-9) total score', 'PHQ-9', 'score', 'score', 0],
  audit: ['75626-2', 'Total score [AUDIT]', 'AUDIT', 'score', 'score', 0],
  gestation: ['18185-9', 'Gestational age', 'POG', 'obstetric', 'weeks', 0],
  fundus: ['11881-0', 'Uterus Fundal height Tape measure', 'SFH', 'obstetric', 'cm', 0],
  foetalHeart: ['55283-6', 'Fetal Heart rate', 'FHR', 'obstetric', '/min', 0],
  haemoglobin: ['718-7', 'Hemoglobin [Mass/volume] in Blood', 'Hb', 'blood', 'g/dL', 1],
  leucocytes: ['6690-2', 'Leukocytes [#/volume] in Blood by Automated count', 'Total count', 'blood', 'cells/cumm', -1],
  platelets: ['777-3', 'Platelets [#/volume] in Blood by Automated count', 'Platelets', 'blood', 'lakh/cumm', 2],
  haematocrit: ['4544-3', 'Hematocrit [Volume Fraction] of Blood by Automated count', 'PCV', 'blood', '%', 1],
  esr: ['4537-7', 'Erythrocyte sedimentation rate by Westergren method', 'ESR', 'blood', 'mm/1st hr', 0],
  fasting: ['1558-6', 'Fasting glucose [Mass/volume] in Serum or Plasma', 'FBS', 'sugar', 'mg/dL', 0],
  afterMeal: ['1521-4', 'Glucose [Mass/volume] in Serum or Plasma --2 hours post meal', 'PPBS', 'sugar', 'mg/dL', 0],
  random: ['2345-7', 'Glucose [Mass/volume] in Serum or Plasma', 'RBS', 'sugar', 'mg/dL', 0],
  afterGlucose: ['1518-0', 'Glucose [Mass/volume] in Serum or Plasma --2 hours post 75 g glucose PO', 'OGTT 2 h', 'sugar', 'mg/dL', 0],
  hba1c: ['4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood', 'HbA1c', 'sugar', '%', 1],
  creatinine: ['2160-0', 'Creatinine [Mass/volume] in Serum or Plasma', 'S. Creatinine', 'renal', 'mg/dL', 2],
  urea: ['3091-6', 'Urea [Mass/volume] in Serum or Plasma', 'Blood urea', 'renal', 'mg/dL', 0],
  cholesterol: ['2093-3', 'Cholesterol [Mass/volume] in Serum or Plasma', 'Total cholesterol', 'lipid', 'mg/dL', 0],
  triglycerides: ['2571-8', 'Triglyceride [Mass/volume] in Serum or Plasma', 'Triglycerides', 'lipid', 'mg/dL', 0],
  hdl: ['2085-9', 'Cholesterol in HDL [Mass/volume] in Serum or Plasma', 'HDL', 'lipid', 'mg/dL', 0],
  ldl: ['13457-7', 'Cholesterol in LDL [Mass/volume] in Serum or Plasma by calculation', 'LDL (calc.)', 'lipid', 'mg/dL', 0],
  bilirubin: ['1975-2', 'Bilirubin.total [Mass/volume] in Serum or Plasma', 'T. bilirubin', 'liver', 'mg/dL', 1],
  sgot: ['1920-8', 'Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma', 'SGOT', 'liver', 'U/L', 0],
  sgpt: ['1742-6', 'Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma', 'SGPT', 'liver', 'U/L', 0],
  tsh: ['3016-3', 'Thyrotropin [Units/volume] in Serum or Plasma', 'TSH', 'thyroid', 'µIU/mL', 2],
  urineProtein: ['20454-5', 'Protein [Presence] in Urine by Test strip', 'Urine albumin', 'urine', '', 0],
  pusCells: ['', 'Pus cells in urine sediment', 'Pus cells', 'urine', '/hpf', 0],
  pregnancy: ['2106-3', 'Choriogonadotropin [Presence] in Urine', 'UPT', 'urine', '', 0],
  bloodGroup: ['882-1', 'ABO and Rh group [Type] in Blood', 'Blood group', 'serology', '', 0],
  hivAntibody: ['31201-7', 'HIV 1+2 Ab [Presence] in Serum or Plasma by Immunoassay', 'HIV 1 & 2 Ab', 'hiv', '', 0],
  cd4: ['24467-3', 'CD3+CD4+ (T4 helper) cells [#/volume] in Blood', 'CD4', 'hiv', 'cells/cumm', 0],
  viralLoad: ['20447-9', 'HIV 1 RNA [#/volume] (viral load) in Serum or Plasma by NAA with probe detection', 'HIV viral load', 'hiv', 'copies/mL', 0],
  vdrl: ['5292-8', 'Reagin Ab [Presence] in Serum by VDRL', 'VDRL', 'serology', '', 0],
  hbsag: ['5195-3', 'Hepatitis B virus surface Ag [Presence] in Serum', 'HBsAg', 'serology', '', 0],
  dengueNs1: ['75377-2', 'Dengue virus NS1 Ag [Presence] in Serum by Immunoassay', 'Dengue NS1 Ag', 'serology', '', 0],
  dengueIgm: ['25338-5', 'Dengue virus IgM Ab [Presence] in Serum', 'Dengue IgM', 'serology', '', 0],
  chikungunyaIgm: ['57934-2', 'Chikungunya virus IgM Ab [Presence] in Serum', 'Chikungunya IgM', 'serology', '', 0],
  leptospiraIgm: ['40675-1', 'Leptospira sp IgM Ab [Presence] in Serum', 'Leptospira IgM', 'serology', '', 0],
  scrubTyphusIgm: ['', 'Orientia tsutsugamushi IgM antibody', 'Scrub typhus IgM', 'serology', '', 0],
  widal: ['', 'Widal test (tube agglutination)', 'Widal', 'serology', '', 0],
  malariaSmear: ['32700-7', 'Microscopic observation [Identifier] in Blood by Malaria smear', 'Peripheral smear for MP', 'microbiology', '', 0],
  bloodCulture: ['600-7', 'Bacteria identified in Blood by Culture', 'Blood C/S', 'microbiology', '', 0],
  stoolCulture: ['625-4', 'Bacteria identified in Stool by Culture', 'Stool C/S', 'microbiology', '', 0],
  sputumSmear: ['11545-1', 'Microscopic observation [Identifier] in Specimen by Acid fast stain', 'Sputum AFB', 'microbiology', '', 0],
  tuberculosisDna: ['38379-4', 'Mycobacterium tuberculosis complex DNA [Presence] in Specimen by NAA with probe detection', 'CBNAAT (MTB)', 'molecular', '', 0],
  covidRna: ['94500-6', 'SARS-CoV-2 (COVID-19) RNA [Presence] in Respiratory system specimen by NAA with probe detection', 'COVID-19 RT-PCR', 'molecular', '', 0],
  covidAntigen: ['94558-4', 'SARS-CoV-2 (COVID-19) Ag [Presence] in Respiratory system specimen by Rapid immunoassay', 'COVID-19 RAT', 'serology', '', 0],
  kfdRna: ['', 'Kyasanur forest disease virus RNA by RT-PCR', 'KFD RT-PCR', 'molecular', '', 0],
  clottingTime: ['', 'Whole blood clotting test, 20 minutes', '20 min WBCT', 'blood', '', 0],
  chestXray: ['30745-4', 'XR Chest Views', 'CXR PA', 'xray', '', 0],
  boneXray: ['', 'Radiograph of the injured part', 'X-ray', 'bone', '', 0],
  foetalScan: ['11525-3', 'US Pelvis Fetus for pregnancy', 'USG obstetric', 'ultrasound', '', 0],
  ecg: ['11524-6', 'EKG study', 'ECG', 'ecg', '', 0],
} as const satisfies Readonly<Record<string, TestRow>>

export type TestKey = keyof typeof TESTS

/** What was found at one visit: numbers in the unit of the table, words where the answer is one. */
export type Findings = Readonly<Partial<Record<TestKey, number | string>>>

const RANGES: Readonly<Partial<Record<TestKey, Range | { readonly female: Range; readonly male: Range }>>> = {
  haemoglobin: { female: [12, 15.5], male: [13, 17] },
  leucocytes: [4_000, 11_000],
  platelets: [1.5, 4.5],
  haematocrit: { female: [36, 46], male: [40, 52] },
  esr: [0, 20],
  fasting: [70, 100],
  afterMeal: [70, 140],
  random: [70, 140],
  afterGlucose: [70, 139],
  hba1c: [4, 5.6],
  creatinine: { female: [0.6, 1.1], male: [0.7, 1.3] },
  urea: [15, 40],
  cholesterol: [0, 200],
  triglycerides: [0, 150],
  hdl: { female: [50, 90], male: [40, 90] },
  ldl: [0, 100],
  bilirubin: [0.1, 1.2],
  sgot: [8, 45],
  sgpt: [7, 50],
  tsh: [0.4, 4.5],
  pusCells: [0, 5],
  cd4: [500, 1_500],
}

/** Tests that are sensitive from the start (clinic.md, "Sensitive by default"). */
export const SENSITIVE_TESTS: readonly TestKey[] = [
  'phq9',
  'audit',
  'pregnancy',
  'hivAntibody',
  'cd4',
  'viralLoad',
  'vdrl',
]

export interface Test {
  readonly loinc: string | undefined
  readonly name: string
  readonly label: string
  readonly panel: PanelKey
  readonly unit: { readonly shown: string; readonly ucum: string } | undefined
  readonly decimals: number
}

export function testOf(key: TestKey): Test {
  const row: TestRow = TESTS[key]
  const [loinc, name, label, panel, unit, decimals] = row
  const written = unit === '' ? undefined : { shown: unit, ucum: UNITS[unit] }
  return { loinc: loinc || undefined, name, label, panel, unit: written, decimals }
}

export interface Panel {
  readonly name: string
  readonly loinc: string | undefined
  readonly section: string
}

export function panelOf(key: PanelKey): Panel {
  const [name, loinc, section] = PANELS[key]
  return { name, loinc: loinc || undefined, section }
}

export function rangeFor(key: TestKey, sex: 'female' | 'male'): Range | undefined {
  const range = RANGES[key]
  if (range === undefined) return undefined
  return 'female' in range ? range[sex] : range
}

/** The tests among some findings, in the order of the table. */
export function testsIn(findings: Findings): readonly TestKey[] {
  return TEST_KEYS.filter((key) => findings[key] !== undefined)
}

const TEST_KEYS: readonly TestKey[] = keysOf(TESTS)

function keysOf<T extends object>(table: T): readonly (keyof T)[] {
  const keys: (keyof T)[] = []
  for (const key in table) keys.push(key)
  return keys
}
