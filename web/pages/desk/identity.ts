/** The second thing that a patient says: the date of birth, as far as it is known. */

/** What is asked for: many know their year of birth only, and nobody is asked for more than is written. */
export function askedFor(birthDate: string): 'year' | 'day' {
  return birthDate.length === 'YYYY-MM-DD'.length ? 'day' : 'year'
}

/** Whether what was said is what is written. */
export function isSame(birthDate: string, said: string): boolean {
  return askedFor(birthDate) === 'day' ? said === birthDate : said === birthDate.slice(0, 4)
}
