/** ICD-10 (WHO) and ICD-10-CM categories, as `from–to` of the same length; what begins so is in the range. */
import { rows, type Row } from '../category.ts'

const WHO = 'WHO ICD-10, version 2019'
const CM = 'ICD-10-CM 2026 (CDC, CMS)'

export const ICD10: readonly Row[] = [
  ...rows(
    'hiv',
    `${WHO}: human immunodeficiency virus disease, status, test, contact, counselling`,
    `
    B20–B24, Z21–Z21, R75–R75, Z114–Z114, Z206–Z206, Z717–Z717, O987–O987`,
  ),
  ...rows('mental-health', `${WHO}, chapter V without F10 to F19`, 'F00–F09, F20–F99'),
  ...rows('mental-health', `${WHO}: dementia in Alzheimer disease is F00 with G30`, 'G30–G30'),
  ...rows(
    'substance-use',
    `${WHO}: use of psychoactive substances, their traces and counselling`,
    `
    F10–F19, K70–K70, R780–R785, T40–T40, Y90–Y91, Z714–Z715, Z721–Z722, Z864–Z864`,
  ),
  ...rows(
    'sexual',
    `${WHO}: infections transmitted sexually, contact, screening, behaviour, counselling, impotence`,
    `
    A50–A64, F52–F52, N484–N484, Z113–Z113, Z202–Z202, Z70–Z70, Z725–Z725`,
  ),
  ...rows(
    'reproductive',
    `${WHO}: fertility, contraception, abortive outcome, pregnancy test, unwanted pregnancy`,
    'N46–N46, N96–N97, O00–O08, Z30–Z33, Z640–Z640',
  ),
  ...rows('abuse', `${WHO}: maltreatment and its effects`, 'T74–T74, Y05–Y07, Z614–Z616'),
  ...rows(
    'abuse',
    `${CM}: suspected abuse, counselling for it, history of it`,
    'T76–T76, Z69–Z69, Z6281–Z6281, Z9141–Z9141',
  ),
  ...rows(
    'gender-identity',
    `${WHO}: gender identity disorders; ${CM}: history of sex reassignment`,
    'F64–F64, Z87890–Z87890',
  ),
  ...rows(
    'genetic',
    `${WHO}: genetic screening, carrier state, susceptibility, counselling, prenatal screening`,
    'Z137–Z137, Z14–Z15, Z315–Z315, Z360–Z360',
  ),
  ...rows(
    'self-harm',
    `${WHO}: intentional self-harm, its sequelae and history`,
    'X60–X84, Y870–Y870, Z915–Z915',
  ),
  ...rows('self-harm', `${CM}: suicide attempt, suicidal ideation`, 'T1491–T1491, R4585–R4585'),
]
