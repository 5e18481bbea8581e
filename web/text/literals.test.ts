/** No words for people stand outside the catalogue: not between tags, not in attributes that are shown or read aloud. */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseSync, Visitor, type ESTree } from 'vite'
import { expect, it } from 'vitest'

const web = fileURLToPath(new URL('..', import.meta.url))

/** Attributes of ours and of HTML that people see or hear. */
const SPOKEN =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|placeholder|title|alt|label|hint|message|words|happened|safe|todo|caption|action|detail|lead|note)$/

/** Signs are the same in all three languages. */
const ALLOWED = /^\P{L}*$/u

const files = globSync('**/*.tsx', { cwd: web })

it('reads every component', () => {
  expect(files.length).toBeGreaterThan(20)
})

it.each(files)('%s has its words in the catalogue', (file) => {
  expect(literalsIn(readFileSync(`${web}${file}`, 'utf8'))).toEqual([])
})

it.each([
  ['text between tags', '<p>Hello</p>'],
  ['text in braces', "<p>{'Hello'}</p>"],
  ['text chosen in braces', "<p>{late ? 'Hello' : t('x')}</p>"],
  ['text made in braces', '<p>{`Hello ${name}`}</p>'],
  ['a label', '<input aria-label="Hello" />'],
  ['a label in braces', "<input placeholder={'Hello'} />"],
])('finds %s', (_, code) => {
  expect(literalsIn(`export const X = () => ${code}`)).toHaveLength(1)
})

it.each([
  ['a text of the catalogue', "<p>{t('hello')}</p>"],
  ['signs', '<p>, {name}: 5 %</p>'],
  ['an attribute that nobody reads', '<p className="hello">{name}</p>'],
])('lets be %s', (_, code) => {
  expect(literalsIn(`export const X = () => ${code}`)).toEqual([])
})

function literalsIn(code: string): readonly string[] {
  const found: string[] = []
  const show = (shown: Child | JSXAttribute['value']) =>
    found.push(...textsIn(shown).filter((text) => !ALLOWED.test(text)))
  new Visitor({
    JSXElement: ({ children }) => children.forEach(show),
    JSXFragment: ({ children }) => children.forEach(show),
    JSXAttribute({ name, value }) {
      if (name.type === 'JSXIdentifier' && SPOKEN.test(name.name)) show(value)
    },
  }).visit(parseSync('component.tsx', code).program)
  return found
}

type JSXAttribute = ESTree.JSXAttribute
type Child = ESTree.JSXElement['children'][number]
type Shown = Child | JSXAttribute['value'] | ESTree.JSXExpression

/** What is shown by itself, whatever it calls. */
function textsIn(shown: Shown): readonly string[] {
  if (shown?.type === 'JSXText') return [shown.value.trim()]
  if (shown?.type === 'JSXExpressionContainer') return textsIn(shown.expression)
  if (shown?.type === 'Literal') return typeof shown.value === 'string' ? [shown.value.trim()] : []
  if (shown?.type === 'TemplateLiteral') return [shown.quasis.map(({ value }) => value.raw).join(' ')]
  if (shown?.type === 'ConditionalExpression')
    return [...textsIn(shown.consequent), ...textsIn(shown.alternate)]
  return shown?.type === 'LogicalExpression' ? textsIn(shown.right) : []
}
