/** Departments and places that by their name tell what somebody went there for. */
import { rows, type Row } from '../category.ts'

export const DEPARTMENTS: readonly Row[] = [
  ...rows(
    'hiv',
    'NACO: ART centres, integrated counselling and testing centres',
    `
    ART centre, ART center, ART clinic, link ART, ICTC, anti retroviral*, ಎಆರ್ಟಿ*, एआरटी*`,
  ),
  ...rows(
    'mental-health',
    'Mental Healthcare Act 2017: mental health establishments; District Mental Health Programme',
    `
    psychiatr*, psychotherap*, nimhans, dmhp, mano chaitanya, manochaitanya, child guidance clinic,
    memory clinic`,
  ),
  ...rows(
    'substance-use',
    'MSJE: integrated rehabilitation centres for addicts; Drug De-addiction Programme, MoHFW',
    `
    deaddiction, de addiction, nasha mukti, nashamukti, addiction, IRCA, OST centre, OST center`,
  ),
  ...rows(
    'sexual',
    'NACO: designated STI/RTI (Suraksha) clinics',
    `
    suraksha clinic, STI clinic, STD clinic, venereolog*, sexolog*, DSRC`,
  ),
  ...rows(
    'reproductive',
    'Family planning programme, MoHFW; ART (Regulation) Act 2021: assisted reproduction clinics',
    `
    family planning, family welfare, postpartum centre, fertility, ivf, sneha clinic, abortion clinic`,
  ),
  ...rows(
    'abuse',
    'MWCD: One Stop Centres (Sakhi)',
    `
    one stop centre, one stop center, sakhi centre, gender violence*`,
  ),
  ...rows(
    'gender-identity',
    'Transgender Persons (Protection of Rights) Act 2019 s. 15',
    'transgender*, gender clinic',
  ),
  ...rows(
    'genetic',
    'SNOMED CT: clinical genetics service',
    `
    medical genetics, clinical genetics, genetic clinic, genetic counsel*`,
  ),
]
