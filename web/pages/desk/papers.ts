/** What a clerk says of papers before they are chosen. */
import type { uploadEndpoint } from '#records/model'
import type { Input } from '../../app/request.ts'

type PaperKind = Input<typeof uploadEndpoint>['body']['kind']

export interface Paper {
  readonly kind: PaperKind
  readonly careDay: string
  readonly where: string
  readonly department: string
  readonly title: string
}

/** Why papers cannot be dated so: a day of care is needed, and none lies ahead. */
export function wrongDay(careDay: string, today: string): 'missing' | 'ahead' | undefined {
  if (careDay === '') return 'missing'
  return careDay > today ? 'ahead' : undefined
}
