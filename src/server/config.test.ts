import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { publicUrlOf, readConfig, type Sources } from './config.ts'
import type { Setting } from './config-settings.ts'
import { showConfig } from './config-table.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinchart-config-'))
})
afterEach(() => rm(folder, { recursive: true }))

const file = (text: string) => writeFile(join(folder, 'twinchart.json'), text)

function read(environment: Sources['environment'] = {}, ...options: readonly [Setting, string | boolean][]) {
  return readConfig({ environment, commandLine: new Map([['data', folder], ...options]) })
}

describe('the configuration', () => {
  it('needs nothing said: data in ./data, this machine only, everything inside', async () => {
    const { config, origins } = await readConfig({ environment: { PATH: '/bin' }, commandLine: new Map() })
    expect(config).toMatchObject({
      data: resolve('data'),
      host: '127.0.0.1',
      port: 8080,
      databaseUrl: null,
      node: 1000,
      demonstration: false,
      mail: 'mailbox',
      sms: 'mailbox',
    })
    expect(origins.size).toBe(0)
    expect(publicUrlOf(config)).toBe('http://localhost:8080')
  })

  it('lets the command line go before the environment, and that before the file', async () => {
    await file('{"port": 1, "node": 2222, "host": "::1"}')
    const { config, origins } = await read({ TWINCHART_PORT: '2', TWINCHART_HOST: '0.0.0.0' }, ['port', '3'])
    expect(config).toMatchObject({ port: 3, host: '0.0.0.0', node: 2222 })
    expect(Object.fromEntries(origins)).toEqual({
      data: 'command line --data',
      port: 'command line --port',
      host: 'environment TWINCHART_HOST',
      node: join(folder, 'twinchart.json'),
    })
  })

  it('finds the file in the folder that the environment names', async () => {
    await file('{"logLevel": "debug"}')
    const { config } = await readConfig({ environment: { TWINCHART_DATA: folder }, commandLine: new Map() })
    expect(config).toMatchObject({ logLevel: 'debug', data: folder })
  })

  it('knows DATABASE_URL as everybody does, and its own name before it', async () => {
    const usual = { DATABASE_URL: 'postgres://a@b/c' }
    expect((await read(usual)).config.databaseUrl).toBe('postgres://a@b/c')
    const both = { ...usual, TWINCHART_DATABASE_URL: 'postgresql://d@e/f' }
    expect((await read(both)).config.databaseUrl).toBe('postgresql://d@e/f')
  })

  it('takes an empty variable as not given', async () => {
    expect((await read({ TWINCHART_MAIL: '', DATABASE_URL: '' })).origins.size).toBe(1)
  })

  it('reads yes and no in words and as JSON', async () => {
    await file('{"demonstration": true}')
    expect((await read()).config.demonstration).toBe(true)
    expect((await read({ TWINCHART_DEMONSTRATION: 'no' })).config.demonstration).toBe(false)
    expect((await read({}, ['demonstration', true])).config.demonstration).toBe(true)
  })

  it('knows where people find it', async () => {
    const { config } = await read({ TWINCHART_PUBLIC_URL: 'https://chart.example/' })
    expect(publicUrlOf(config)).toBe('https://chart.example')
    expect(publicUrlOf({ ...config, publicUrl: null }, 4000)).toBe('http://localhost:4000')
  })
})

describe('what cannot be is refused by name', () => {
  it.each<[Setting, string, string]>([
    ['port', '80x', 'TWINCHART_PORT: port must be a whole number from 0 to 65535'],
    ['port', '65536', 'from 0 to 65535'],
    ['port', '-1', 'from 0 to 65535'],
    ['port', '1e3', 'from 0 to 65535'],
    ['node', '999', 'from 1000 to 9999'],
    ['demonstration', 'maybe', 'demonstration must be yes or no'],
    ['databaseUrl', 'mysql://a/b', 'begins with postgres:// or postgresql://'],
    ['mail', 'mail.example', 'begins with smtp://'],
    ['sms', 'smtp://mail.example', 'begins with http://'],
    ['publicUrl', 'chart.example', 'begins with http:// or https://'],
    ['mailFrom', 'me', 'mailFrom must be'],
    ['logLevel', 'loud', 'logLevel must be one of'],
    ['proxyHeader', 'X Forwarded', 'proxyHeader must be'],
  ])('%s as %s', async (setting, value, sentence) => {
    const name = `TWINCHART_${setting.replaceAll(/[A-Z]/g, '_$&').toUpperCase()}`
    await expect(read({ [name]: value })).rejects.toThrow(sentence)
  })

  it('a name that is no setting, wherever it stands, all at once', async () => {
    await file('{"prot": 80, "__proto__": 1, "toString": 2}')
    const reading = read({ TWINCHART_HOTS: 'x' })
    await expect(reading).rejects.toThrow(/twinchart\.json: there is no setting prot/)
    await expect(reading).rejects.toThrow(/toString/)
    await expect(reading).rejects.toThrow('environment TWINCHART_HOTS: there is no setting TWINCHART_HOTS')
    await expect(reading).rejects.toMatchObject({ code: 'BAD_CONFIGURATION' })
  })

  it.each(['', '[]', '{"port": }', '"x"'])('a file that holds %o', async (text) => {
    await file(text)
    await expect(read()).rejects.toThrow('is not a JSON object of settings')
  })

  it('a file that would move its own folder', async () => {
    await file('{"data": "/elsewhere"}')
    await expect(read()).rejects.toThrow('cannot move the folder')
  })

  it('a secret that cannot be, without saying it', async () => {
    const error = await read({ TWINCHART_MAIL: 'smpt://me:hunter2@mail' }).catch(String)
    expect(error).not.toContain('hunter2')
  })
})

describe('the configuration shown', () => {
  it('names every setting, its origin and what it is for', async () => {
    const shown = showConfig(await read({}, ['port', '9000']))
    expect(shown.find(({ setting }) => setting === 'port')).toEqual({
      setting: 'port',
      value: 9000,
      from: 'command line --port',
      about: 'the port to listen on; 0 for any that is free',
    })
    expect(shown.every(({ about }) => about.length > 10)).toBe(true)
    expect(shown.find(({ setting }) => setting === 'node')?.from).toBe('default')
  })

  it('keeps secrets to itself', async () => {
    const secrets = {
      DATABASE_URL: 'postgres://me:hunter2@db.example:5433/chart?sslkey=hunter2',
      TWINCHART_MAIL: 'smtps://me:hunter2@mail.example',
      TWINCHART_SMS: 'https://sms.example/send/hunter2?token=hunter2',
    }
    const shown = JSON.stringify(showConfig(await read(secrets)))
    expect(shown).not.toContain('hunter2')
    for (const host of [
      'postgres://db.example:5433/***',
      'smtps://mail.example/***',
      'https://sms.example/***',
    ]) {
      expect(shown).toContain(host)
    }
  })
})
