/** How the embedded PostgreSQL is run. Each name is described in its manual, chapter "Server Configuration". */
export const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '100',
  max_locks_per_transaction: '256',

  // What was acknowledged stays: commits wait for the disk.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',

  // Statements and their values must not reach a log: they may hold what sealing is there to hide.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_checkpoints: 'off',

  // For imports: fewer checkpoints. For short statements: no just-in-time compiler.
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
} as const

export type Settings = Readonly<Record<string, string>>

/** The settings as PostgreSQL takes them on its command line. */
export function toOptions(chosen: Settings): readonly string[] {
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
