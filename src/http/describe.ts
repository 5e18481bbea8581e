import type { Caller, Endpoint, Limit, Method, Returns, Upload } from './model/index.ts'
import type { Route } from './serve.ts'

/** An endpoint as a table shows it. */
export interface EndpointDescription {
  readonly name: string
  readonly method: Method
  readonly path: Endpoint['path']
  readonly caller: Caller
  readonly limit: Limit
  readonly upload: Upload
  readonly returns: Returns
  readonly refusals: readonly string[]
}

/** All endpoints by name: what a test multiplies by every role, and whoever audits reads. */
export function describeEndpoints(routes: readonly Route[]): readonly EndpointDescription[] {
  return routes.map(({ endpoint }) => describe(endpoint)).toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function describe(endpoint: Endpoint): EndpointDescription {
  const { name, method, path, caller, limit, upload, returns, refusals } = endpoint
  return { name, method, path, caller, limit, upload, returns, refusals }
}
