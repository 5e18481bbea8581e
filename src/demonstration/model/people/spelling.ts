/** One name, many spellings: each institution writes Kannada names in Latin letters as its clerk hears them. */
import type { Dice } from '../dice.ts'

const HEARD: readonly (readonly [written: string, heard: string])[] = [
  ['Lakshm', 'Laxm'],
  ['Manjunatha', 'Manjunath'],
  ['Mohammed', 'Mohd'],
  ["D'Souza", 'Dsouza'],
  ['Fathima', 'Fatima'],
  ['Shwetha', 'Swetha'],
  ['Savithr', 'Savitr'],
  ['Parvath', 'Parvat'],
  ['Puttaswamy', 'Puttaswami'],
  ['Basavaraj', 'Basvaraj'],
  ['Hiremath', 'Hiremutt'],
  ['appa', 'apa'],
  ['amma', 'ama'],
  ['avva', 'awwa'],
  ['sh', 's'],
  ['th', 't'],
  ['ee', 'i'],
  ['v', 'w'],
  ['dd', 'd'],
  ['ya', 'ia'],
  ['a', 'aa'],
]

/** The name as another writes it: one sound heard otherwise, initials before instead of behind, points left out. */
export function spellOtherwise(name: string, dice: Dice): string {
  const fits = HEARD.filter(([written]) => name.includes(written)).slice(0, 3)
  if (fits.length === 0) return name
  const [written, heard] = dice.pick(fits)
  const spelt = name.replace(written, heard)
  return dice.happens(0.3) ? initialsFirst(spelt) : spelt
}

function initialsFirst(name: string): string {
  const found = /^(\w+) (\w)\. (\w)\.$/.exec(name)
  return found ? `${found[2]} ${found[3]} ${found[1]}` : name
}
