/** Every setting there is: what it may be, what it is when nobody says, and what it is for. */
import { z } from 'zod'

const MEBIBYTE = 1024 * 1024

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const

const shape = {
  data: z.string().min(1).default('data').meta({ about: 'the folder everything is kept in' }),
  host: z.string().min(1).default('127.0.0.1').meta({ about: 'the address to listen on; 0.0.0.0 for all' }),
  port: wholeNumber(0, 65_535).default(8080).meta({ about: 'the port to listen on; 0 for any that is free' }),
  publicUrl: url('http', 'https')
    .nullable()
    .default(null)
    .meta({ about: 'the address people use, where that is not http://localhost and the port' }),
  proxyHeader: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'must be the name of a header in lower case')
    .nullable()
    .default(null)
    .meta({ about: "the header in which a proxy of yours puts the caller's address, in lower case" }),
  databaseUrl: url('postgres', 'postgresql')
    .nullable()
    .default(null)
    .meta({ about: 'a PostgreSQL to use instead of the one inside', isSecret: true }),
  node: wholeNumber(1000, 9999)
    .default(1000)
    .meta({ about: 'the number of this node, the first four digits of the health IDs it gives' }),
  demonstration: yesOrNo().default(false).meta({ about: 'yes for an invented population and open sign-ins' }),
  mail: z
    .union(
      [z.literal('mailbox'), url('smtp', 'smtps')],
      'must be mailbox or an address that begins with smtp:// or smtps://',
    )
    .default('mailbox')
    .meta({
      about: 'the SMTP server that sends e-mail, or mailbox to show it at /dev/mailbox',
      isSecret: true,
    }),
  mailFrom: z
    .email('must be an e-mail address')
    .default('twinchart@localhost.localdomain')
    .meta({ about: 'the sender of e-mail' }),
  sms: z
    .union(
      [z.literal('mailbox'), url('http', 'https')],
      'must be mailbox or an address that begins with http:// or https://',
    )
    .default('mailbox')
    .meta({
      about: 'the HTTP gateway that sends SMS, or mailbox to show it at /dev/mailbox',
      isSecret: true,
    }),
  maxUploadBytes: wholeNumber(MEBIBYTE, 1024 * MEBIBYTE)
    .default(50 * MEBIBYTE)
    .meta({ about: 'the largest document taken, in bytes' }),
  log: z
    .enum(['file', 'stdout'], 'must be file or stdout')
    .default('file')
    .meta({ about: 'where the log goes: log/twinchart.log in the data folder, or standard output' }),
  logLevel: z
    .enum(logLevels, `must be one of ${logLevels.join(', ')}`)
    .default('info')
    .meta({ about: 'the least that is logged' }),
}

export const configSchema = z.strictObject(shape).readonly()

export type Config = z.infer<typeof configSchema>
export type Setting = keyof Config

const noteSchema = z.object({ about: z.string(), isSecret: z.boolean().default(false) })

/** The settings by name, in the order in which they are shown. */
export const settings: readonly Setting[] = configSchema.unwrap().keyof().options

export function isSetting(name: string): name is Setting {
  return Object.hasOwn(shape, name)
}

/** What is said of a setting, and whether its value must not be shown. */
export function noteOn(setting: Setting): z.infer<typeof noteSchema> {
  return noteSchema.parse(shape[setting].meta())
}

/** Whether the setting is a yes or no, which the command line gives without a value. */
export function isYesOrNo(setting: Setting): boolean {
  return shape[setting].safeParse(true).success
}

function wholeNumber(least: number, most: number) {
  const written = z.string().regex(/^\d{1,15}$/)
  const message = `must be a whole number from ${least} to ${most}`
  return z
    .union([z.number(), written.transform(Number)], message)
    .pipe(z.int(message).min(least, message).max(most, message))
}

function yesOrNo() {
  const words = { yes: true, true: true, no: false, false: false } as const
  const word = z.enum(['yes', 'true', 'no', 'false']).transform((said) => words[said])
  return z.union([z.boolean(), word], 'must be yes or no')
}

function url(...schemes: readonly string[]) {
  const hint = `must be an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`
  const belongs = (text: string) =>
    URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1))
  return z.string().refine(belongs, hint)
}
