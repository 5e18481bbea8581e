/** Security labels: what the author of a resource said of it (R4 section 6.1.1, meta.security). */
import { rows, type Row } from '../category.ts'

const ACT = 'HL7 v3 ActCode: InformationSensitivityPolicy, ActUSPrivacyLaw'

export const LABELS: readonly Row[] = [
  ...rows('hiv', ACT, 'HIV'),
  ...rows('mental-health', ACT, 'PSY, PSYTHPN, BH, MH, COGN, DVD, EMOTDIS, HIPAAPsyNotes'),
  ...rows('substance-use', ACT, 'ETH, ETHUD, OPIOIDUD, SUD, 42CFRPart2'),
  ...rows('sexual', ACT, 'SEX, STD'),
  ...rows('abuse', ACT, 'SDV, MST, VIO'),
  ...rows('genetic', ACT, 'GDIS, SCA, SICKLE'),
  ...rows('gender-identity', ACT, 'GENDER'),
  ...rows('restricted', ACT, 'SPI, SSP, TBOO, PDS, PHY, PRS, NODSCLCD'),
  ...rows('restricted', 'HL7 v3 Confidentiality: restricted, very restricted', 'R, V'),
]
