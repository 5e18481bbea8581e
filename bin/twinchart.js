#!/usr/bin/env node
/** Starts Twinchart with Node 24. It is plain JavaScript, because the Node that a machine has may be older. */
import { spawn } from 'node:child_process'
import module, { createRequire } from 'node:module'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

const NEEDED = 24

const program = new URL('../src/cli/main.ts', import.meta.url)

// What was compiled once is not compiled again: for this process, and by its environment for threads and Node 24.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('../build/compiled', import.meta.url))
module.enableCompileCache?.(process.env['NODE_COMPILE_CACHE'])

if (Number.parseInt(process.versions.node, 10) >= NEEDED) await import(program.href)
else startWith(findNode())

/** The Node that npm brought along. */
function findNode() {
  try {
    return createRequire(import.meta.url).resolve(`node-${process.platform}-${process.arch}/bin/node`)
  } catch {
    console.error(
      `Twinchart needs Node ${NEEDED} and this is ${process.version}. ` +
        `On Linux (x64, arm64) "npm ci" brings it; elsewhere install it from https://nodejs.org`,
    )
    process.exit(1)
  }
}

/** Its signals and its end are ours. */
function startWith(node) {
  const child = spawn(node, [fileURLToPath(program), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}
