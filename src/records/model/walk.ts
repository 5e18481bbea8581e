import { isObject, type JsonObject } from './read.ts'

/** Names and list positions from the resource to the value that is visited. Kept only while it is visited. */
export type Path = readonly (string | number)[]

export type Visit = (name: string, value: unknown, holder: JsonObject, path: Path) => void

/** Visits every member of a resource, at any depth, the items of a list one by one. */
export function walk(resource: object, visit: Visit): void {
  if (!isObject(resource)) return
  members(resource, visit, [String(resource['resourceType'])])
}

/** As FHIRPath writes it: `Observation.component[2].code`. */
export function toPathText(path: Path): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join('')
}

function members(holder: JsonObject, visit: Visit, path: (string | number)[]): void {
  for (const name in holder) {
    const value = holder[name]
    path.push(name)
    if (Array.isArray(value)) items(name, value, holder, visit, path)
    else one(name, value, holder, visit, path)
    path.pop()
  }
}

function items(
  name: string,
  list: readonly unknown[],
  holder: JsonObject,
  visit: Visit,
  path: (string | number)[],
): void {
  for (let index = 0; index < list.length; index++) {
    path.push(index)
    one(name, list[index], holder, visit, path)
    path.pop()
  }
}

function one(
  name: string,
  value: unknown,
  holder: JsonObject,
  visit: Visit,
  path: (string | number)[],
): void {
  visit(name, value, holder, path)
  if (isObject(value)) members(value, visit, path)
}
