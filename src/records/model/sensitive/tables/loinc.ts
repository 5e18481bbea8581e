/** Tests, questionnaires and notes by LOINC code. LOINC is copyright of the Regenstrief Institute and free to use. */
import { rows, type Row } from '../category.ts'

const LOINC = 'LOINC 2.78'
const SHIFT = 'SHIFT Task Force, SLS ValueSets (HL7 DS4P)'

export const LOINC_CODES: readonly Row[] = [
  ...rows(
    'hiv',
    `${LOINC}: HIV antibody, antigen`,
    `
    5220-9, 5221-7, 5222-5, 5223-3, 7917-8, 7918-6, 14092-1, 29893-5, 30361-0, 31201-7, 33866-5,
    43010-8, 48345-3, 49580-4, 56888-1, 58900-2, 68961-2, 69668-2, 75622-1`,
  ),
  ...rows(
    'hiv',
    `${LOINC}: HIV RNA (viral load); CD4 cells; status; treatment`,
    `
    10351-5, 20447-9, 21008-8, 25835-0, 25836-8, 29541-0, 48510-2, 48511-0, 62469-2, 70241-5, 24467-3,
    8123-2, 54218-3, 55277-8, 45260-7`,
  ),
  ...rows(
    'sexual',
    `${LOINC}: syphilis, gonorrhoea, chlamydia; sexual orientation`,
    `
    5292-8, 20507-0, 20508-8, 22461-8, 24110-9, 31147-2, 24111-7, 43305-2, 21613-5, 43304-5, 76690-7`,
  ),
  ...rows(
    'substance-use',
    `${LOINC}: drug screens, ethanol, AUDIT, DAST`,
    `
    3349-8, 3390-2, 3397-7, 3426-4, 3879-4, 19261-7, 19270-8, 19295-5, 5640-8, 5643-2, 72109-2, 75624-7,
    75626-2, 82667-7`,
  ),
  ...rows(
    'reproductive',
    `${LOINC}: pregnancy test, chorionic gonadotropin, pregnancy status`,
    `
    2106-3, 2110-5, 2112-1, 2118-8, 19080-1, 21198-7, 80384-1, 82810-3, 11449-6`,
  ),
  ...rows(
    'mental-health',
    `${LOINC}: PHQ, GAD, EPDS, MMSE, MoCA; psychiatric notes; lithium level`,
    `
    44261-6, 55758-7, 69737-5, 70274-6, 71354-5, 72106-8, 72172-0, 75443-2, 84215-3, 34788-0, 73831-0,
    73832-8, 14334-7, 3719-2`,
  ),
  ...rows('mental-health', SHIFT, '44249-1, 89204-2'),
  ...rows('self-harm', `${LOINC}: Columbia suicide severity rating scale`, '93373-9'),
  ...rows('abuse', `${LOINC}: abuse status (Omaha System)`, '28245-9'),
  ...rows('gender-identity', `${LOINC}: gender identity`, '76691-5'),
  ...rows(
    'genetic',
    `${LOINC}: karyotype, genetic analysis, variants`,
    '29770-5, 48004-6, 48018-6, 51968-6, 51969-4, 81247-9',
  ),
]
