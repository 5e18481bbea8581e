export { ConfigError, environmentName, optionName, readConfig, type Configured } from './config.ts'
export { isYesOrNo, noteOn, settings, type Setting } from './config-settings.ts'
export { showConfig, type Shown } from './config-table.ts'
/** The whole node: it takes a second to load, which a command that only prints should not. */
export const loadNode = () => import('./start.ts')
/** What goes through everything kept; it loads as much. */
export const loadFsck = () => import('./fsck/index.ts')
/** What speaks to a running node. */
export const loadOperator = () => import('./operator.ts')
export type { FsckReport } from './fsck/report.ts'
export { toLoggedError } from './log-errors.ts'
