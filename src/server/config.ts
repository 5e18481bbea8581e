import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

import { z } from 'zod'

import { DomainError } from '#kernel'

import { configSchema, isSetting, settings, type Config, type Setting } from './config-settings.ts'

const PREFIX = 'TWINCHART_'
const FILE = 'twinchart.json'

export class ConfigError extends DomainError<'BAD_CONFIGURATION'> {}

/** The configuration, and who said so of each setting that is not as it comes. */
export interface Configured {
  readonly config: Config
  readonly origins: ReadonlyMap<Setting, string>
}

export interface Sources {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** What the command line says, by setting. */
  readonly commandLine: ReadonlyMap<Setting, string | boolean>
}

/** What somebody says of a setting, if it is one. */
interface Said {
  readonly name: string
  readonly origin: string
  readonly value: unknown
}

/**
 * Reads the configuration: what the command line says counts before the environment, that before `twinchart.json` in the
 * data folder, and that before what is so by default. A setting nobody knows or a value that cannot be is refused.
 */
export async function readConfig(sources: Sources): Promise<Configured> {
  const spoken = [...fromEnvironment(sources.environment), ...fromCommandLine(sources.commandLine)]
  const data = dataFolder(sources)
  const all = [...(await fromFile(join(data, FILE))), ...spoken]
  refuseUnknown(all)
  const origins = new Map(all.map(({ name, origin }) => [name, origin]))
  const values = Object.fromEntries(all.map(({ name, value }) => [name, value]))
  const parsed = configSchema.safeParse({ ...values, data })
  if (!parsed.success) throw refusal(parsed.error.issues.map((issue) => sentenceFor(issue, origins)))
  return { config: parsed.data, origins: new Map(settings.flatMap((setting) => entryOf(setting, origins))) }
}

/** The environment's name for a setting. */
export function environmentName(setting: Setting): string {
  return PREFIX + setting.replaceAll(/[A-Z]/g, '_$&').toUpperCase()
}

/** The command line's name for a setting. */
export function optionName(setting: Setting): string {
  return `--${setting.replaceAll(/[A-Z]/g, '-$&').toLowerCase()}`
}

/** Where people find this installation, without a path; `port` where one was taken that is not the configured one. */
export function publicUrlOf(config: Config, port: number = config.port): string {
  return new URL(config.publicUrl ?? `http://localhost:${port}`).origin
}

function dataFolder({ commandLine, environment }: Sources): string {
  const named = commandLine.get('data') ?? environment[environmentName('data')]
  return resolve(typeof named === 'string' && named !== '' ? named : 'data')
}

/** Empty is not given: that is how compose files and the like leave a variable out. */
function fromEnvironment(environment: Sources['environment']): readonly Said[] {
  const given = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '')
  const ours = given.filter(([name]) => name.startsWith(PREFIX))
  const names = new Map<string, string>(settings.map((setting) => [environmentName(setting), setting]))
  const url = environment['DATABASE_URL']
  const usual: readonly Said[] = url
    ? [{ name: 'databaseUrl', origin: 'environment DATABASE_URL', value: url }]
    : []
  return [
    ...usual,
    ...ours.map(([name, value]) => ({ name: names.get(name) ?? name, origin: `environment ${name}`, value })),
  ]
}

function fromCommandLine(commandLine: Sources['commandLine']): readonly Said[] {
  const options = [...commandLine]
  return options.map(([name, value]) => ({ name, origin: `command line ${optionName(name)}`, value }))
}

async function fromFile(path: string): Promise<readonly Said[]> {
  const text = existsSync(path) ? await readFile(path, 'utf8') : '{}'
  const parsed = z.record(z.string(), z.unknown()).safeParse(toJson(text))
  if (!parsed.success) throw refusal([`${path} is not a JSON object of settings`])
  if ('data' in parsed.data) throw refusal([`${path} cannot move the folder it lies in: take out "data"`])
  return Object.entries(parsed.data).map(([name, value]) => ({ name, origin: path, value }))
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refuseUnknown(all: readonly Said[]): void {
  const unknown = all.filter(({ name }) => !isSetting(name))
  if (unknown.length > 0)
    throw refusal(unknown.map(({ name, origin }) => `${origin}: there is no setting ${name}`))
}

/** The value itself is left out: it may be a password. */
function sentenceFor(issue: z.core.$ZodIssue, origins: ReadonlyMap<string, string>): string {
  const name = String(issue.path[0])
  return `${origins.get(name) ?? 'default'}: ${name} ${issue.message}`
}

function entryOf(setting: Setting, origins: ReadonlyMap<string, string>): readonly [Setting, string][] {
  const origin = origins.get(setting)
  return origin === undefined ? [] : [[setting, origin]]
}

function refusal(sentences: readonly string[]): ConfigError {
  const list = sentences.map((sentence) => `\n  ${sentence}`).join('')
  return new ConfigError(
    'BAD_CONFIGURATION',
    `the configuration cannot be used:${list}\ntwinchart config lists the settings`,
  )
}
