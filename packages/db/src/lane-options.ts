import type { Logger } from 'drizzle-orm'
import type { ConnectionOptions as TlsOptions } from 'node:tls'

export interface Connection {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
  readonly ssl?: boolean | 'require' | 'verify-full' | TlsOptions
}

/**
 * How the tenant reaches the session. `set_config` costs no round trip of its own. Citus hands only a SET LOCAL
 * that stands alone on to its workers, hence `set_local`.
 */
export type TenantWay = 'set_config' | 'set_local'

export interface LanesOptions<TSchema extends Record<string, unknown> = Record<string, unknown>> {
  readonly connection: Connection
  /** The drizzle tables, where relational queries (`tx.query`) are wanted. */
  readonly schema?: TSchema
  readonly setTenant?: TenantWay
  /** Lanes at most, each a backend session. */
  readonly max?: number
  /** Callers that may wait for a lane; more are refused at once. */
  readonly maxWaiting?: number
  /** How long a caller waits for a lane. */
  readonly acquireMs?: number
  /** How long BEGIN may stay unanswered before the lane is destroyed and another one tried. */
  readonly beginMs?: number
  /** How long a transaction may take from BEGIN to COMMIT. */
  readonly txMs?: number
  /** How long opening a connection may take, sign-in included. */
  readonly connectMs?: number
  /** The server ends a longer statement, and a session that leaves its transaction idle for longer. */
  readonly statementTimeoutMs?: number
  readonly idleInTransactionMs?: number
  readonly applicationName?: string
  readonly logger?: Logger
  /** Told of each lane destroyed in doubt, with the reason; for logs and figures. */
  readonly onLaneDeath?: (cause: Error) => void
}

export type Settings = Required<Omit<LanesOptions, 'schema' | 'logger'>>

/** Fills in the defaults; acquire, statement and idle times are those of the overload proof (TRUST P6). */
export function withDefaults(options: LanesOptions): Settings {
  return {
    connection: options.connection,
    setTenant: options.setTenant ?? 'set_config',
    max: options.max ?? 8,
    maxWaiting: options.maxWaiting ?? 1_000,
    acquireMs: options.acquireMs ?? 800,
    beginMs: options.beginMs ?? 2_000,
    txMs: options.txMs ?? 15_000,
    connectMs: options.connectMs ?? 5_000,
    statementTimeoutMs: options.statementTimeoutMs ?? 2_000,
    idleInTransactionMs: options.idleInTransactionMs ?? 5_000,
    applicationName: options.applicationName ?? 'digitallotsen',
    onLaneDeath: options.onLaneDeath ?? (() => {}),
  }
}

/** Reads a `postgres://user:password@host:port/database?sslmode=…` address; refuses another scheme or one without a user. */
export function parseConnection(url: string): Connection {
  const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(url)
  if (protocol !== 'postgres:' && protocol !== 'postgresql:') throw new TypeError('a database address begins with postgres://')
  if (username === '') throw new TypeError('a database address names its user')
  const user = decodeURIComponent(username)
  return {
    user,
    host: hostname.replace(/^\[(.*)\]$/, '$1') || '127.0.0.1',
    port: port === '' ? 5432 : Number(port),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)) || user,
    ...parseSsl(searchParams.get('sslmode')),
  }
}

function parseSsl(mode: string | null): Pick<Connection, 'ssl'> {
  if (mode === null || mode === 'disable') return {}
  if (mode === 'require' || mode === 'verify-full') return { ssl: mode }
  throw new TypeError(`sslmode ${mode} is not supported: use disable, require or verify-full`)
}
