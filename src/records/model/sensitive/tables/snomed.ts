/**
 * SNOMED CT concepts: those that occur in Synthea, in the ABDM and IPS examples, and in the published lists for security
 * labelling. SNOMED CT's own hierarchy is licensed and not here; displays and words cover what this list has not.
 */
import { rows, type Row } from '../category.ts'

const SYNTHEA = 'Synthea 2.4 modules (Apache-2.0)'
const SHIFT = 'SHIFT Task Force, SLS ValueSets (HL7 DS4P)'
const OPENHIE = 'OpenHIE HIV Program Monitoring IG'
const SERVICES = 'SNOMED CT, services (NHS England, record locator value set)'
const SNOMED = 'SNOMED CT International'

export const SNOMED_CODES: readonly Row[] = [
  ...rows('hiv', OPENHIE, '86406008, 278977008'),
  ...rows('hiv', SYNTHEA, '31676001'),
  ...rows('hiv', SERVICES, '24101000087102, 24081000087105'),
  ...rows(
    'mental-health',
    SHIFT,
    `
    192127007, 386522008, 228557008, 26929004, 230265002, 386257007, 310496002, 1376001, 720433000,
    444175001, 90407005, 166001`,
  ),
  ...rows(
    'mental-health',
    SYNTHEA,
    `
    370143000, 36923009, 47505003, 171207006, 715252007, 385892002, 718347000, 736254008, 737434004,
    304822001, 405783006, 406185000, 425680009, 76168009, 79094001, 88848003, 850261000000100, 710125008`,
  ),
  ...rows('mental-health', 'NRCeS ABDM examples', '247805009'),
  ...rows(
    'mental-health',
    SERVICES,
    `
    310116007, 310117003, 310118008, 310119000, 310120006, 310121005, 310122003, 310123008, 310124002,
    310027007, 788002001, 1186717003, 893261000000103, 92221000000103, 1323921000000108,
    1323621000000104`,
  ),
  ...rows(
    'substance-use',
    SHIFT,
    `
    5602001, 145121000119106, 6525002, 55680006, 1149222004, 56876005, 60112009, 61480009, 266707007,
    425741009, 724713006`,
  ),
  ...rows('substance-use', SYNTHEA, '7200002, 24165007, 313071005, 408935001, 408936000'),
  ...rows('substance-use', 'NRCeS ABDM examples', '228273003, 228365005'),
  ...rows('substance-use', SERVICES, '788125002, 23951000087100, 23941000087103, 24331000087108'),
  ...rows('sexual', SHIFT, '310861008, 165829005, 269828009'),
  ...rows('sexual', SYNTHEA, '243077000'),
  ...rows('sexual', SERVICES, '788122004, 830039004, 1240241000000109'),
  ...rows(
    'reproductive',
    SHIFT,
    `
    252160004, 19169002, 85116003, 156073000, 35999006, 79586000, 236931002, 445912000, 161744009,
    10383002, 714812005, 386394001, 707418001, 707577004`,
  ),
  ...rows(
    'reproductive',
    SYNTHEA,
    `
    169553002, 301807007, 755621000000101, 65200003, 46706006, 68254000, 287664005, 22523008`,
  ),
  ...rows('reproductive', SNOMED, '77386006'),
  ...rows('reproductive', SERVICES, '310031001, 310062002'),
  ...rows('gender-identity', SERVICES, '896974005'),
  ...rows('genetic', SHIFT, '443529005, 267253006, 444260001, 67799006'),
  ...rows('genetic', SERVICES, '788004000, 788006003, 792849008'),
  ...rows(
    'self-harm',
    SHIFT,
    `
    86849004, 287185009, 287182007, 183401008, 287193009, 287191006, 44301001`,
  ),
  ...rows('self-harm', SYNTHEA, '225337009'),
  ...rows('abuse', SERVICES, '1326421000000106, 1362761000000103'),
]
