/** The last admission, and its end. Nothing is written of a person afterwards. */
import { vitals } from '../health/measure.ts'
import type { Visit, Pathway } from './visit.ts'
import { clinicAt } from './doors.ts'
import { newVisit, passingProblem } from './new-visit.ts'
import { prescribe } from './prescribe.ts'

const CAUSES = [
  {
    icd10: 'I21.9',
    text: 'Acute myocardial infarction',
    short: 'acute MI',
    complaint: 'c/o chest pain, sweating × 6 hours',
    ecg: 'ST elevation in V1 to V4',
  },
  {
    icd10: 'I64',
    text: 'Stroke',
    short: 'CVA',
    complaint: 'c/o weakness of right side, slurred speech since morning',
    ecg: 'Atrial fibrillation',
  },
  {
    icd10: 'J96.0',
    text: 'Acute respiratory failure',
    short: 'ARF',
    complaint: 'c/o breathlessness at rest × 2 days',
    ecg: 'Sinus tachycardia',
  },
] as const

export const dying: Pathway = (life): readonly Visit[] => {
  const died = life.resident.died
  if (died === undefined) return []
  const dice = life.dice.fork('dying')
  const stay = dice.whole(1, 4)
  const cause = dice.pick(CAUSES)
  return [
    newVisit({
      day: died - stay,
      clinic: clinicAt('college', 'General Medicine'),
      setting: 'inpatient',
      stay,
      complaint: cause.complaint,
      note: `Imp: ${cause.short}. Poor prognosis explained to attenders. Patient expired; MCCD issued, body handed over to relatives.`,
      problems: [passingProblem(cause, died - stay)],
      findings: {
        ...vitals(life.body, life.resident.born, died - stay, dice),
        oxygen: dice.whole(78, 90),
        ecg: cause.ecg,
      },
      medicines: prescribe(['furosemide', 'aspirin'], cause.icd10, 60, life.allergy),
    }),
  ]
}
