import type { Endpoint } from '../model/index.ts'

/** What kind of content an endpoint answers with; bytes say it themselves. */
export function mediaTypeOf({ returns, failure }: Pick<Endpoint, 'returns' | 'failure'>): string {
  switch (returns) {
    case 'json':
      return failure === 'operation-outcome' ? 'application/fhir+json' : 'application/json'
    case 'events':
      return 'text/event-stream'
    case 'bytes':
      return 'application/octet-stream'
  }
}
