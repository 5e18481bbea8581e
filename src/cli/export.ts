import { open, rename } from 'node:fs/promises'

import type { Command } from 'commander'

import { IdentityError } from '#identity/model'
import { loadNode } from '#server'

import type { Context } from './context.ts'
import { requireFolderOf, requireHealthId } from './named.ts'
import { addSettingOptions } from './setting-options.ts'

/** `twinchart export HEALTH-ID FILE`: a whole chart with its proofs. */
export function register(program: Command, context: Context): void {
  const command = program
    .command('export <health-id> <file>')
    .description('write a chart and its proofs into one file, which "twinchart verify" checks anywhere')
  addSettingOptions(command).action(async (words: string, file: string) => {
    const { config } = await context.configure(command)
    const healthId = requireHealthId(words)
    await requireFolderOf(file)
    const { useNode } = await loadNode()
    const bytes = await useNode(config, async (node, services) => {
      const [person] = await node.identity.known.meant({ by: 'health-id', value: healthId }, node.authority)
      if (person === undefined) throw new IdentityError('NO_SUCH_PATIENT', 'nobody here has this health ID')
      return write(file, services.exportChart(await node.gate.operator(person)))
    })
    context.answer({
      text: `${bytes.toLocaleString('en')} bytes in ${file}`,
      result: { file, bytes },
      isWell: true,
    })
  })
}

/** The file is there when it is whole. */
async function write(file: string, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  const unfinished = `${file}.unfinished`
  let bytes = 0
  {
    await using handle = await open(unfinished, 'w', 0o600)
    for await (const piece of pieces) {
      await handle.write(piece)
      bytes += piece.length
    }
    await handle.sync()
  }
  await rename(unfinished, file)
  return bytes
}
