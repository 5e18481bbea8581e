/** What is wrong with a resource, where: never what stands there. */
export interface Problem {
  /** As FHIRPath writes it: `Observation.component[2].code`. */
  readonly path: string
  readonly problem: string
}

/** As much as is needed of an ajv error. */
interface SchemaError {
  readonly keyword: string
  readonly instancePath: string
  readonly schemaPath: string
  readonly params: Readonly<Record<string, unknown>>
}

/** What a schema error says in a sentence, under the path of the resource it is in. */
export function toProblem(error: SchemaError, root: string): Problem {
  const path = root + toPath(error.instancePath)
  const { params } = error
  switch (error.keyword) {
    case 'required':
      return { path: `${path}.${word(params['missingProperty'])}`, problem: 'is missing' }
    case 'needs':
      return { path: `${path}.${stemOf(params['names'])}`, problem: 'is missing' }
    case 'oneOfChoice':
      return { path: `${path}.${stemOf(params['names'])}`, problem: 'is given in more than one type' }
    case 'additionalProperties':
      return { path: `${path}.${word(params['additionalProperty'])}`, problem: 'is not an element of R4' }
    case 'type':
      return { path, problem: `should be ${withArticle(word(params['type']))}` }
    case 'enum':
      return { path, problem: 'is not one of the codes that R4 allows here' }
    case 'pattern':
    case 'format':
      return { path, problem: `is not written as ${withArticle(primitiveOf(error.schemaPath))}` }
    default:
      return { path, problem: `is not ${withArticle(primitiveOf(error.schemaPath))}` }
  }
}

/** `/component/2/code` is `.component[2].code`. */
function toPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${word(step)}`))
    .join('')
}

/** A name out of the input may carry anything; what a FHIR name cannot have is left out. */
function word(name: unknown): string {
  return String(name).slice(0, 64).replaceAll(/[^\w]/g, '?')
}

/** `value[x]` for valueQuantity and valueString; the name itself for a primitive, which may be an extension only. */
function stemOf(names: unknown): string {
  const list = Array.isArray(names) ? names.map(String).filter((name) => !name.startsWith('_')) : []
  const [first = '', second] = list
  if (second === undefined) return word(first)
  let end = 0
  while (end < first.length && first[end] === second[end]) end++
  return `${word(first.slice(0, end).replace(/[A-Z][a-z]*$/, ''))}[x]`
}

/** The schema path of a named primitive is `#/definitions/date/pattern`. */
function primitiveOf(schemaPath: string): string {
  return word(schemaPath.split('/').at(-2))
}

function withArticle(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`
}
