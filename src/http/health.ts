import { SECOND } from '#kernel'

/** A part that this server cannot answer without: the database, the ledger. */
export interface HealthPart {
  readonly name: string
  /** Whether it works now; slow, broken and not working are the same. */
  isReady(signal: AbortSignal): Promise<boolean>
}

interface Readiness {
  readonly ready: boolean
  readonly parts: Readonly<Record<string, boolean>>
}

const LONGEST = 2 * SECOND

/** Asks all parts; whoever asks while others do shares their answer, so that asking often costs nothing. */
export function newReadiness(parts: readonly HealthPart[]): () => Promise<Readiness> {
  let asking: Promise<Readiness> | undefined
  return () => {
    asking ??= askAll(parts).finally(() => {
      asking = undefined
    })
    return asking
  }
}

async function askAll(parts: readonly HealthPart[]): Promise<Readiness> {
  const answers = await Promise.all(parts.map(async (part) => [part.name, await ask(part)] as const))
  return { ready: answers.every(([, isReady]) => isReady), parts: Object.fromEntries(answers) }
}

async function ask(part: HealthPart): Promise<boolean> {
  const signal = AbortSignal.timeout(LONGEST)
  const late = new Promise<boolean>((resolve) => {
    signal.addEventListener('abort', () => resolve(false), { once: true })
  })
  try {
    return await Promise.race([part.isReady(signal), late])
  } catch {
    return false
  }
}
