/**
 * NIST SP 800-63B-4, 3.1.1.2: a new password is held against a list of what is common, repetitive, or about its owner
 * and this service. Rules of composition it forbids.
 */

/** The most used of eight characters and more in SecLists' "10-million-password-list-top-1000" (MIT), and ours. */
const COMMON = new Set(
  `password 12345678 123456789 1234567890 password1 password123 baseball football jennifer superman trustno1 michelle
  sunshine iloveyou starwars princess qwertyuiop qwerty123 1q2w3e4r 1qaz2wsx computer corvette internet whatever
  mercedes victoria maverick asdfghjk asdfasdf 87654321 abcd1234 abc12345 welcome1 admin123 letmein1 twinchart
  india123 bangalore bengaluru karnataka hospital`.split(/\s+/),
)

/** Whether a password is too easily thought of; `about` are names, addresses and numbers of its owner. */
export function isWeakPassword(password: string, about: readonly string[]): boolean {
  const folded = fold(password)
  return COMMON.has(folded) || isMonotonous(folded) || about.some((text) => isAbout(folded, fold(text)))
}

/** A password that is little more than a text about its owner. */
function isAbout(password: string, text: string): boolean {
  return text.length >= 4 && password.includes(text) && password.length - text.length < 4
}

/** One character over and over, or a run such as `abcdefgh` or `87654321`. */
function isMonotonous(password: string): boolean {
  const codes = Array.from(password, (character) => character.codePointAt(0) ?? 0)
  const steps = new Set(codes.slice(1).map((code, place) => code - (codes[place] ?? 0)))
  const [step = 2] = steps
  return steps.size === 1 && Math.abs(step) <= 1
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '')
}
