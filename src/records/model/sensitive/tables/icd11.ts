/** ICD-11 for Mortality and Morbidity Statistics: blocks as `from–to` of the same length. */
import { rows, type Row } from '../category.ts'

const MMS = 'WHO ICD-11 MMS'

export const ICD11: readonly Row[] = [
  ...rows('hiv', `${MMS}: human immunodeficiency virus disease`, '1C60–1C62'),
  ...rows('mental-health', `${MMS}, chapter 06 without substance use`, '6A00–6C3Z, 6C70–6E8Z'),
  ...rows('substance-use', `${MMS}: disorders due to substance use or addictive behaviours`, '6C40–6C5Z'),
  ...rows(
    'sexual',
    `${MMS}: predominantly sexually transmitted infections; sexual dysfunctions`,
    '1A60–1A9Z, HA00–HA0Z',
  ),
  ...rows('gender-identity', `${MMS}: gender incongruence`, 'HA60–HA6Z'),
  ...rows('reproductive', `${MMS}: abortive outcome of pregnancy`, 'JA00–JA0Z'),
  ...rows('abuse', `${MMS}: maltreatment`, 'PJ20–PJ2Z'),
  ...rows(
    'self-harm',
    `${MMS}: intentional self-harm; suicidal ideation, attempt`,
    'PB80–PD3Z, MB23–MB23, MB26–MB26',
  ),
]
