import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** `#` imports take the `browser` condition, which is Vite's own choice for pages: `#platform` is the browser's. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), compressed()],
  build: {
    outDir: fileURLToPath(new URL('../build/web', import.meta.url)),
    emptyOutDir: true,
    // The page's policy takes no `data:` for fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake: { moduleSideEffects, manualPureFunctions: ['defineEndpoint', 'z', 'createContext'] },
      // A few files rather than forty: what others wrote and the first page needs, what we did, and what pages share.
      output: {
        codeSplitting: {
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /node_modules/ },
            { name: 'first', tags: ['$initial'] },
            { name: 'shared', test: /\.(tsx?|css)$/, minShareCount: 2 },
          ],
        },
      },
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
    async writeBundle({ dir = '' }, bundle) {
      const files = Object.keys(bundle).filter((file) => /\.(js|css)$/.test(file))
      await Promise.all(files.map((file) => compress(join(dir, file))))
    },
  }
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file)
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes))
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }))
}
