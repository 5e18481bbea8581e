/** Names made for machines, said so that a patient can read them. */

/** SNOMED CT ends a fully specified name with its hierarchy (Editorial Guide, "Fully Specified Name"). */
const SEMANTIC_TAG =
  / ?\((?:disorder|finding|procedure|situation|regime\/therapy|qualifier value|observable entity|record artifact|event|substance|product|morphologic abnormality|person|environment|body structure|physical object|clinical drug|medicinal product|specimen)\)$/

/** LOINC's long common name: component [property] in system by method (Users' Guide, section 2 "Names"). */
const LOINC_PROPERTY = / \[[^\]]*\](?: (?:in|of) .*)?$/
const LOINC_SYSTEM =
  / (?:in|of) (?:Serum|Plasma|Blood|Urine|Serum or Plasma|Serum, Plasma or Blood)(?: by .*)?$/
const INVISIBLE = /[\u200B\uFEFF]/g

/** The same names come thousands of times in one import. */
const known = new Map<string, string>()
const MOST_KNOWN = 10_000
/** Beyond it, it is no name but a text, and left as it is. */
const LONGEST_NAME = 300

export function plainName(name: string): string {
  if (name.length > LONGEST_NAME) return name
  const before = known.get(name)
  if (before !== undefined) return before
  const plain = madePlain(name.replaceAll(INVISIBLE, '').trim())
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(name, plain)
  return plain
}

function madePlain(name: string): string {
  const short = shortened(name) || name
  return EVERYDAY.get(short) ?? short
}

function shortened(name: string): string {
  return name.replace(SEMANTIC_TAG, '').replace(LOINC_PROPERTY, '').replace(LOINC_SYSTEM, '')
}

/** What LOINC's components are called on the ward. */
const EVERYDAY: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'Hemoglobin A1c/Hemoglobin.total': 'HbA1c',
    'Glomerular filtration rate/1.73 sq M.predicted': 'eGFR',
    'Estimated Glomerular Filtration Rate': 'eGFR',
    'Blood pressure panel with all children optional': 'Blood pressure',
    'Body mass index (BMI)': 'Body mass index',
    'Bilirubin.total': 'Bilirubin, total',
    'Tobacco smoking status NHIS': 'Tobacco smoking status',
    Leukocytes: 'White blood cells',
    Erythrocytes: 'Red blood cells',
    Thyrotropin: 'TSH (thyrotropin)',
  }),
)
