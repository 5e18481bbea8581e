import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))
const outDir = fileURLToPath(new URL('../build/web', import.meta.url))

export default defineConfig({
  root,
  plugins: [react(), compressed()],
  resolve: { conditions: ['browser', 'module', 'import', 'default'] },
  build: {
    outDir,
    emptyOutDir: true,
    // The page's policy takes no `data:` for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake: { moduleSideEffects, manualPureFunctions: ['defineEndpoint', 'z', 'createContext'] },
    },
  },
})

/** A model or a component that nothing asks for is left out, though it was exported beside one that is asked for. */
function moduleSideEffects(id: string): boolean {
  return !/\/src\/.*\.ts$|\/web\/(app|pages|text|ui)\/.*\.tsx?$/.test(id)
}

/** Leaves beside each file what browsers take instead (RFC 9110 section 12.5.3), so that the server compresses nothing. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: (_, { mode }) => mode === 'production',
    async closeBundle() {
      const files = await readdir(outDir, { recursive: true })
      await Promise.all(
        files.filter((file) => /\.(js|css|svg|json)$/.test(file)).map((file) => compress(join(outDir, file))),
      )
    },
  }
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file)
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes))
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }))
}
