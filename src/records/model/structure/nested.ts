import { listAt, objectAt, objectsAt, type JsonObject } from '../read.ts'

export interface Nested {
  readonly path: string
  readonly resource: unknown
}

/** The resources inside a resource: contained ones, a Bundle's and a Parameters'. The schema leaves them to their own type. */
export function nestedIn(resource: JsonObject, path: string): readonly Nested[] {
  const contained = listAt(resource, 'contained').map((one, i) => ({
    path: `${path}.contained[${i}]`,
    resource: one,
  }))
  switch (resource['resourceType']) {
    case 'Bundle':
      return [
        ...contained,
        ...objectsAt(resource, 'entry').flatMap((entry, i) => inEntry(entry, `${path}.entry[${i}]`)),
      ]
    case 'Parameters':
      return [...contained, ...inParameters(resource, 'parameter', path)]
    default:
      return contained
  }
}

function inEntry(entry: JsonObject, path: string): Nested[] {
  const response = objectAt(entry, 'response')
  return [
    ...given(entry['resource'], `${path}.resource`),
    ...given(response?.['outcome'], `${path}.response.outcome`),
  ]
}

function inParameters(holder: JsonObject, name: 'parameter' | 'part', path: string): Nested[] {
  return objectsAt(holder, name).flatMap((parameter, i) => {
    const at = `${path}.${name}[${i}]`
    return given(parameter['resource'], `${at}.resource`).concat(inParameters(parameter, 'part', at))
  })
}

function given(resource: unknown, path: string): Nested[] {
  return resource === undefined ? [] : [{ path, resource }]
}
