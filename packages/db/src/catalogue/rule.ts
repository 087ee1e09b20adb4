/** One rule over pg_catalog; its SQL gives a row (object, message) per violation and may use the names of `scope`. */
export interface CatalogueRule {
  readonly id: string
  readonly claim: string
  readonly sql: string
}

/** A text as SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Rows of literals, for `values …`. */
export const literalRows = (rows: readonly (readonly string[])[]): string => rows.map(row => `(${row.map(literal).join(', ')})`).join(', ')

/** The tenant rule, as PostgreSQL writes it back. */
export const TENANT_RULE = '(tenant_id = current_tenant())'
