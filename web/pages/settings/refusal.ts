import { isProblem } from '../../app/problem.ts'
import { useProblemWords } from '../../app/ProblemNotice.tsx'

interface Refusal {
  /** Beside the field, where what went wrong is in what was typed there. */
  readonly beside: string | undefined
  /** Else under the form. */
  readonly under: unknown
}

/** What the server refused, told where it can be mended: codes that are about one field are said beside it. */
export function useRefusal(error: unknown, ...codes: readonly string[]): Refusal {
  const { happened, todo } = useProblemWords(error)
  if (!codes.some((code) => isProblem(error, code))) return { beside: undefined, under: error }
  return { beside: [happened, todo].filter((words) => words !== undefined).join(' '), under: null }
}
