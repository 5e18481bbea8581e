import type { Command } from 'commander'

import { isYesOrNo, noteOn, optionName, settings } from '#server'

/** Lets a command be called with any setting; `--data` is the program's own. */
export function addSettingOptions(command: Command): Command {
  for (const setting of settings.filter((name) => name !== 'data')) {
    const [name, { about }] = [optionName(setting), noteOn(setting)]
    if (isYesOrNo(setting)) command.option(name, about).option(name.replace('--', '--no-'))
    else command.option(`${name} <value>`, about)
  }
  return command
}
