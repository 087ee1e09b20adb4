import type { Query } from './admin-session.ts'
import { literal, type CatalogueRule } from './catalogue/rule.ts'
import { roleRules } from './catalogue/role-rules.ts'
import { settingRules } from './catalogue/setting-rules.ts'
import { tableRules } from './catalogue/table-rules.ts'
import { waysRoundRules } from './catalogue/ways-round-rules.ts'
import { catalogueScope } from './catalogue/scope.ts'

/** One hole in the wall. */
export interface Violation {
  readonly rule: string
  readonly object: string
  readonly message: string
}

export interface CatalogueOptions {
  /** True where the session's own login must be one of the product's roles: at a server's start, not for an administrator. */
  readonly ownLogin?: boolean
  /** True on a test server, which may lose data at a power failure. */
  readonly disposable?: boolean
}

/**
 * P1: holds the live catalogue against the rules of TRUST P1 and lists every violation; an empty list is the proof.
 * One read-only statement over pg_catalog, which every role may read, so that it runs as the very role that serves requests.
 */
export async function listViolations(query: Query, options: CatalogueOptions = {}): Promise<Violation[]> {
  const rows = await query(catalogueSql(options))
  return rows.map(({ rule, object, message }) => ({ rule: String(rule), object: String(object), message: String(message) }))
}

/** The rules in force, in the order of their numbers. */
export function listRules({ disposable = false }: CatalogueOptions = {}): CatalogueRule[] {
  const rules = [...roleRules, ...tableRules, ...waysRoundRules, ...settingRules(disposable)]
  return rules.sort((a, b) => a.id.localeCompare(b.id))
}

function catalogueSql(options: CatalogueOptions): string {
  const scope = catalogueScope.replace('{login}', options.ownLogin ? 'session_user' : 'null')
  const checks = listRules(options).map(({ id, sql }) => `select ${literal(id)}, object::text, message from (${sql}) v (object, message)`)
  return `with ${scope} select v.rule, v.object, v.message from (${checks.join(' union all ')}) v (rule, object, message) order by 1, 2, 3`
}
