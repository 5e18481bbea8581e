import type { Command } from 'commander'

import { readConfig, settings, type Configured, type Setting } from '#server'

/** What a command found out. */
export interface Answer {
  /** For a person. */
  readonly text: string
  /** The same for a program, printed in one line with `--json`. */
  readonly result: object
  /** False where something is wrong with the data: the exit code is 1 then. */
  readonly isWell: boolean
}

/** A file `src/cli/<name>.ts` that adds a command to the program. What is slow to load it imports in its action. */
export interface CommandModule {
  register(program: Command, context: Context): void
}

/** What commands have in common. */
export interface Context {
  /** The configuration, with what this command was called with. */
  configure(command: Command): Promise<Configured>
  /** Says how the command ended, once; it is printed after everything else. */
  answer(answer: Answer): void
}

export function configureFrom(command: Command): Promise<Configured> {
  return readConfig({ environment: process.env, commandLine: settingsOf(command) })
}

function settingsOf(command: Command): ReadonlyMap<Setting, string | boolean> {
  const options = new Map<string, unknown>(Object.entries(command.optsWithGlobals()))
  const said = new Map<Setting, string | boolean>()
  for (const setting of settings) {
    const value = options.get(setting)
    if (typeof value === 'string' || typeof value === 'boolean') said.set(setting, value)
  }
  return said
}
