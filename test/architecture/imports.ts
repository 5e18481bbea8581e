import { configures, folderOf, targetOf, type Source } from './source.ts'
import { permits, type Table } from './table.ts'

/** What a file imports that it may not, each in a sentence. */
export function wrongImports(source: Source, table: Table): readonly string[] {
  return source.imports.flatMap((specifier) => {
    const wrong = whatIsWrong(source, specifier, table)
    return wrong === undefined ? [] : [`${source.path} imports ${specifier}: ${wrong}`]
  })
}

function whatIsWrong(source: Source, specifier: string, table: Table): string | undefined {
  if (specifier.startsWith('#')) return wrongFace(source, specifier.slice(1), table)
  if (specifier.startsWith('.')) return wrongFile(source, targetOf(source, specifier), table)
  if (!specifier.startsWith('node:') || source.isTest) return undefined
  if (source.isModel) return 'a model is pure'
  return source.path.startsWith('web/') && !configures(source.path)
    ? 'a browser has no such thing'
    : undefined
}

function wrongFace(source: Source, face: string, table: Table): string | undefined {
  if (face === 'platform')
    return source.folder === 'kernel' ? undefined : 'it is the kernel that asks the machine'
  if (face.replace(/\/model$/, '') === source.folder)
    return source.isTest ? undefined : 'its own files have names'
  if (!permits(table, source.folder, face)) return `the table does not let ${source.folder} import ${face}`
  if (source.isModel && !source.isTest && face !== 'kernel' && !face.endsWith('/model'))
    return 'a model imports models'
  return undefined
}

function wrongFile(source: Source, target: string, table: Table): string | undefined {
  if (source.isTest && target.startsWith('test/')) return undefined
  if (target === 'package.json' && ['cli', 'server'].includes(source.folder)) return undefined
  if (source.folder === 'web') return target.startsWith('web/') ? undefined : 'it is outside of web'
  const folder = folderOf(target)
  const isInside = target.startsWith('src/') || target.startsWith('web/')
  if (isInside && folder === source.folder) return wrongRoom(source, target)
  if (isInside && target.startsWith('web/') && permits(table, source.folder, folder)) return undefined
  return target.startsWith('src/')
    ? `others come in by #${folder}`
    : `the table does not let ${source.folder} import it`
}

/** A model knows nothing of what stands around it. */
function wrongRoom(source: Source, target: string): string | undefined {
  if (!source.isModel || source.isTest) return undefined
  return target.startsWith(`src/${source.folder}/model/`)
    ? undefined
    : 'a model knows nothing of what is around it'
}
