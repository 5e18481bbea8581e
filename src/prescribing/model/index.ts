export { amountText, isAmount, readAmount, toAmount, WHOLE, type Amount } from './dosage/amount.ts'
export {
  amountOf,
  isLength,
  MOST_DAYS,
  WEEKDAYS,
  wholeUnits,
  type Days,
  type Step,
  type Weekday,
} from './dosage/course.ts'
export { toDosages, type Taking } from './dosage/fhir.ts'
export { amountADay, at, isHours, TIMES, type Rhythm, type Time } from './dosage/rhythm.ts'
export { readShorthand } from './dosage/shorthand.ts'
