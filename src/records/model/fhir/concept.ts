import type { CodeableConcept, Coding, Reference } from '@medplum/fhirtypes'

type Concepts = readonly (CodeableConcept | undefined)[] | undefined

/** Whether one of these concepts is coded so. */
export function isCoded(concepts: Concepts, system: string, codes: ReadonlySet<string>): boolean {
  return codingsOf(concepts).some((coding) => coding.system === system && codes.has(coding.code ?? ''))
}

export function codingsOf(concepts: Concepts = []): readonly Coding[] {
  return concepts.flatMap((concept) => concept?.coding ?? [])
}

/** The first code of a concept in this system. */
export function codeIn(concept: CodeableConcept | undefined, system: string): string | undefined {
  return concept?.coding?.find((coding) => coding.system === system)?.code
}

/** The words of a concept: what the author typed, else the display of the coding that was chosen, else a code. */
export function wordsOf(concept: CodeableConcept | undefined): string | undefined {
  const { text, coding = [] } = concept ?? {}
  const chosen =
    coding.find(({ userSelected, display }) => userSelected && display) ??
    coding.find(({ display }) => display)
  return blankless(text ?? chosen?.display ?? coding[0]?.code)
}

export function codingWords(coding: Coding | undefined): string | undefined {
  return blankless(coding?.display ?? coding?.code)
}

/** What a node knows of the names behind references: hospitals and practitioners lie outside charts. */
export type Directory = (reference: string) => string | undefined

export function nameOf(reference: Reference | undefined, directory?: Directory): string | undefined {
  const known = reference?.reference === undefined ? undefined : directory?.(reference.reference)
  return blankless(known ?? reference?.display ?? reference?.identifier?.value)
}

function blankless(text: string | undefined): string | undefined {
  return text?.trim() === '' ? undefined : text?.trim()
}
