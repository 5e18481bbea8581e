/** Checked claims as steps in words. */
import type { TFunction } from 'i18next'
import { toHex, toInstant } from '#kernel'
import type { Words } from '../../text/use-words.ts'
import type { ProofStep } from '../../ui/index.ts'
import { shortSeal, type CheckedEntry } from './entry.ts'
import type { CheckedLook } from './look.ts'
import type { Head, Standing } from './standing.ts'

type T = TFunction<'proof'>

interface CheckedDocument {
  readonly bytes: number
  readonly fits: boolean
}

export function entrySteps(
  { words: fit, seal, standing }: CheckedEntry,
  document: CheckedDocument | null,
  t: T,
  words: Words,
): readonly ProofStep[] {
  const file = document && [
    step(
      'document',
      t('entry.document'),
      document.fits,
      t(document.fits ? 'entry.documentDetail' : 'entry.documentDiffers', {
        size: words.size(document.bytes),
      }),
    ),
  ]
  return [
    step(
      'words',
      t('entry.words'),
      fit,
      t(fit ? 'entry.wordsDetail' : 'entry.wordsDiffer', { seal: shortSeal(seal) }),
    ),
    ...(file ?? []),
    ...standingSteps(standing, t, words),
  ]
}

export function lookSteps(
  { look, seal, promise, standing }: CheckedLook,
  t: T,
  words: Words,
): readonly ProofStep[] {
  const said = look && {
    time: words.exact(toInstant(look.at)),
    count: look.entries.length,
    seal: shortSeal(seal),
  }
  const promised = promise && {
    key: toHex(promise.key).slice(0, 16),
    time: words.exact(promise.anchoredBy),
  }
  return [
    step('words', t('look.words'), said !== null, said ? t('look.wordsDetail', said) : undefined),
    step(
      'promise',
      t('look.promise'),
      promised !== null,
      promised ? t('look.promiseDetail', promised) : undefined,
    ),
    ...(standing ? standingSteps(standing, t, words) : []),
  ]
}

function standingSteps({ place, inState, head }: Standing, t: T, words: Words): readonly ProofStep[] {
  const at = head && t('stateDetail', { height: head.height, time: words.exact(head.time) })
  return [
    step('place', t('place'), place !== null, place ? t('placeDetail', place) : undefined),
    step('state', t('state'), inState, at ?? undefined),
    step('signed', t('signed'), head !== null, head ? signedWords(head, t) : undefined),
  ]
}

/** How much the signatures are worth. */
function signedWords({ signers, members }: Head, t: T): string {
  return members === 1 ? t('signedSolo') : t('signedMany', { signers, members })
}

function step(id: string, claim: string, holds: boolean, detail: string | undefined): ProofStep {
  return { id, claim, state: holds ? 'true' : 'false', ...(detail !== undefined && { detail }) }
}
