import { Visitor, type ESTree } from 'vite'

import { configures, type Source } from './source.ts'

/** What a model may not touch: the clock, chance, the network, the machine. */
const IMPURE = new Set(['Date.now', 'Math.random', 'performance', 'process', 'crypto'])
const IMPURE_CALLS = new Set(['fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'])

/** What a file says that none of ours may, each in a sentence. */
export function wrongSyntax(source: Source): readonly string[] {
  const wrong: string[] = []
  const found = (what: string) => void wrong.push(`${source.path}: ${what}`)
  new Visitor({
    ...everywhere(source, found),
    ...(source.isModel && !source.isTest ? inModels(found) : {}),
  }).visit(source.program)
  return wrong
}

function everywhere(source: Source, found: (what: string) => void) {
  return {
    TSAnyKeyword: () => found('any'),
    TSNonNullExpression: () => found('!'),
    TSTypeAssertion: () => found('a type assertion'),
    TSAsExpression(node: ESTree.TSAsExpression) {
      if (!isConst(node.typeAnnotation)) found('as')
    },
    ExportDefaultDeclaration() {
      if (!configures(source.path)) found('a default export')
    },
  }
}

function inModels(found: (what: string) => void) {
  const refuseAsync = (node: { readonly async: boolean }) => {
    if (node.async) found('async in a model')
  }
  return {
    FunctionDeclaration: refuseAsync,
    FunctionExpression: refuseAsync,
    ArrowFunctionExpression: refuseAsync,
    AwaitExpression: () => found('await in a model'),
    MemberExpression(node: ESTree.MemberExpression) {
      const name = node.object.type === 'Identifier' ? node.object.name : ''
      const member = node.property.type === 'Identifier' ? node.property.name : ''
      if (IMPURE.has(name) || IMPURE.has(`${name}.${member}`)) found(`${name}.${member} in a model`)
    },
    NewExpression(node: ESTree.NewExpression) {
      if (isCalled(node.callee, 'Date') && node.arguments.length === 0) found('new Date() in a model')
    },
    CallExpression(node: ESTree.CallExpression) {
      if (node.callee.type === 'Identifier' && IMPURE_CALLS.has(node.callee.name))
        found(`${node.callee.name} in a model`)
    },
  }
}

function isConst(type: ESTree.TSType): boolean {
  return (
    type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const'
  )
}

function isCalled(callee: ESTree.Expression, name: string): boolean {
  return callee.type === 'Identifier' && callee.name === name
}
