/**
 * Tuberculosis of the lungs: found by CBNAAT, two months of four drugs and four of three, every day, tablets by weight
 * (National TB Elimination Programme, daily fixed-dose combinations). A quarter is lost on the way.
 */
import { clinicDay, type Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import { bloodCount, randomSugar, vitals } from '../health/measure.ts'
import type { Truth } from '../health/truth.ts'
import { CONDITIONS } from '../tables/conditions.ts'
import type { DrugKey } from '../tables/drugs.ts'
import type { Findings } from '../tables/tests.ts'
import { clinicAt, firstDoor, forAge, outreach } from './doors.ts'
import { hivAntibodyOn } from './hiv.ts'
import { lastingProblem, lives, newVisit, passingProblem } from './new-visit.ts'
import { prescribe } from './prescribe.ts'
import type { Life, Pathway, Prescribed, Problem, Visit } from './visit.ts'

const { icd10 } = CONDITIONS.tuberculosis
const MONTHS = 6
const COUGH = { icd10: 'R05', text: 'Cough', short: 'cough' } as const

export const tuberculosis: Pathway = (life) => {
  const truth = life.truths.find(({ condition }) => condition === 'tuberculosis')
  if (truth?.knownSince === undefined) return []
  const dice = life.dice.fork('tuberculosis')
  return treatment(truth, truth.knownSince, life, dice).filter((visit) => lives(life, visit.day))
}

/** Whether this is one of the quarter that stops before the end. */
function isLost(truth: Truth): boolean {
  return truth.turn % 4 === 2
}

function treatment(truth: Truth, found: Day, life: Life, dice: Dice): readonly Visit[] {
  const start = clinicDay(found, dice)
  const months = isLost(truth) ? dice.whole(1, 4) : MONTHS
  const last = start + months * 28
  const problem = problemOf(start, isLost(truth) ? undefined : last, life)
  const monthly = Array.from({ length: months }, (_, month) =>
    monthOf(life, problem, start + 2 + month * 28, month, dice),
  )
  const end = isLost(truth) ? untraceable(life, last + 20) : cured(life, problem, last + 4, dice)
  return [...before(life, start, dice), diagnosis(life, problem, start, dice), ...monthly, end]
}

/** Over once the treatment is, for whoever sees its end within the ten years. */
function problemOf(start: Day, cured: Day | undefined, life: Life): Problem {
  const problem = lastingProblem('tuberculosis', start - 50)
  return cured !== undefined && lives(life, cured) ? { ...problem, ended: cured } : problem
}

/** Cough for weeks, an antibiotic at two doors, before anyone looks at the sputum. */
function before(life: Life, start: Day, dice: Dice): readonly Visit[] {
  return [34, 18].map((days) => {
    const day = clinicDay(start - days, dice)
    return newVisit({
      day,
      clinic: firstDoor(life, day, dice),
      complaint: `c/o cough × ${50 - days} days, evening rise of temp`,
      problems: [passingProblem(COUGH, start - 50)],
      findings: vitals(life.body, life.resident.born, day, dice),
      medicines: prescribe(
        [days > 20 ? 'azithromycin' : 'amoxicillinClavulanate', 'dextromethorphan'],
        COUGH.icd10,
        30,
        life.allergy,
      ),
    })
  })
}

function diagnosis(life: Life, problem: Problem, day: Day, dice: Dice): Visit {
  const findings: Findings = {
    ...vitals(life.body, life.resident.born, day, dice),
    ...bloodCount(life.body, day, dice),
    random: randomSugar(life.body, day, dice),
    esr: dice.between(52, 98),
    sputumSmear: 'AFB seen, 2+',
    tuberculosisDna: 'MTB detected, rifampicin resistance not detected',
    hivAntibody: hivAntibodyOn(life, day),
    chestXray: 'Infiltrates with cavity in the right upper zone',
  }
  return newVisit({
    day,
    clinic: clinicAt('taluk-hospital', 'Chest and Tuberculosis'),
    complaint: 'c/o cough with sputum × 7 weeks, LOW, LOA, evening rise of temp',
    note: 'Sputum CBNAAT +ve, RR not detected. Notified on Nikshay. ATT counselling given, family screening advised. Poshane: NPY form filled.',
    problems: [problem],
    findings,
    medicines: [tablets('fourDrugTb', life, day)],
  })
}

function monthOf(life: Life, problem: Problem, planned: Day, month: number, dice: Dice): Visit {
  const day = clinicDay(planned, dice)
  const drug = month < 2 ? 'fourDrugTb' : 'threeDrugTb'
  return newVisit({
    day,
    clinic: month === 2 ? clinicAt('taluk-hospital', 'Chest and Tuberculosis') : outreach(life),
    complaint: `for ATT refill, month ${month + 1}`,
    note:
      month === 2
        ? 'Sputum conversion +. IP over, CP started.'
        : 'Tablets supervised. No vomiting, no jaundice. Wt recorded.',
    problems: [problem],
    findings: {
      ...weightOnly(life, day, month, dice),
      ...(month === 2 ? { sputumSmear: 'AFB not seen' } : {}),
    },
    medicines: [tablets(drug, life, day)],
  })
}

/** Some weight is lost before and comes back under treatment. */
function weightOnly(life: Life, day: Day, month: number, dice: Dice): Findings {
  return { weight: life.body.weight(day) * (0.9 + 0.015 * month) + dice.normal(0, 0.2) }
}

function cured(life: Life, problem: Problem, planned: Day, dice: Dice): Visit {
  const day = clinicDay(planned, dice)
  return newVisit({
    day,
    clinic: clinicAt('taluk-hospital', forAge(life, day)),
    complaint: 'ATT completed, for end of treatment sputum',
    note: 'Treatment completed, declared cured. Follow-up at 6, 12, 18, 24 months.',
    problems: [problem],
    findings: { ...vitals(life.body, life.resident.born, day, dice), sputumSmear: 'AFB not seen' },
  })
}

function untraceable(life: Life, day: Day): Visit {
  return newVisit({
    day,
    clinic: outreach(life),
    setting: 'home',
    complaint: 'ATT default tracing visit: house locked, neighbours say gone for work; phone not reachable',
    note: 'Lost to follow-up. Informed STS.',
  })
}

/** Tablets a day by weight: 25 to 34 kg two, to 49 three, to 64 four, else five. */
function tablets(drug: DrugKey, life: Life, day: Day): Prescribed {
  const weight = life.body.weight(day) * 0.92
  const count = weight < 35 ? 2 : weight < 50 ? 3 : weight < 65 ? 4 : 5
  return { drug, reason: icd10, dose: `OD (${count} tabs)` }
}
