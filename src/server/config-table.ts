import type { Configured } from './config.ts'
import { noteOn, settings, type Setting } from './config-settings.ts'

/** A setting as it is shown to a person. */
export interface Shown {
  readonly setting: Setting
  readonly value: string | number | boolean | null
  /** Who said so. */
  readonly from: string
  readonly about: string
}

/** All settings in order, with nothing of a secret but where it leads. */
export function showConfig({ config, origins }: Configured): readonly Shown[] {
  return settings.map((setting) => {
    const { about, isSecret } = noteOn(setting)
    const value = isSecret ? masked(config[setting]) : config[setting]
    return { setting, value, from: origins.get(setting) ?? 'default', about }
  })
}

/** An address without its user, password, path and parameters: any of them may be a secret. */
function masked(value: Shown['value']): Shown['value'] {
  if (typeof value !== 'string' || !URL.canParse(value)) return value
  const { protocol, host } = new URL(value)
  return `${protocol}//${host}/***`
}
