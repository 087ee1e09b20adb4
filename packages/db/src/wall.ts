import { sql } from 'drizzle-orm'
import type { BuildColumns, BuildExtraConfigColumns } from 'drizzle-orm'
import { foreignKey, pgPolicy, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import type { AnyPgColumn, PgColumnBuilderBase, PgTableExtraConfigValue, PgTableWithColumns } from 'drizzle-orm/pg-core'
import { createdAt } from './columns.ts'

type Columns = Record<string, PgColumnBuilderBase>
type Extras<N extends string, C extends Columns> = (self: BuildExtraConfigColumns<N, C, 'pg'>) => PgTableExtraConfigValue[]
type Table<N extends string, C extends Columns> = PgTableWithColumns<{
  name: N
  schema: undefined
  columns: BuildColumns<N, C, 'pg'>
  dialect: 'pg'
}>
type Walled = { tenantId: AnyPgColumn }

const tenantColumn = () => ({ tenantId: uuid('tenant_id').notNull() })
const idColumn = () => ({ id: uuid('id').notNull().defaultRandom() })
const createdColumn = () => ({ createdAt: createdAt() })

/** The one tenant rule; catalogue-proof.ts compares what PostgreSQL made of it, word for word. */
const ownCity = sql.raw('tenant_id = current_tenant()')
const tenantPolicy = () => pgPolicy('tenant_wall', { as: 'restrictive', for: 'all', to: 'public', using: ownCity, withCheck: ownCity })

type WallColumns = ReturnType<typeof tenantColumn> & ReturnType<typeof createdColumn>
type IdColumns = WallColumns & ReturnType<typeof idColumn>

/**
 * A city's table: adds tenant_id, id (random uuid) and created_at, the primary key (tenant_id, id) and the restrictive tenant policy.
 * FORCE, the app's own policy and the grants follow in the migration by `dl.build_wall`; the boot check refuses a table without them.
 */
export function walledTable<N extends string, C extends Columns>(name: N, columns: C, extras?: Extras<N, C & IdColumns>): Table<N, C & IdColumns> {
  const all: C & IdColumns = { ...tenantColumn(), ...idColumn(), ...columns, ...createdColumn() }
  return pgTable<N, C & IdColumns>(name, all, self => {
    const own = self as unknown as Walled & { id: AnyPgColumn }
    return [primaryKey({ name: `${name}_pkey`, columns: [own.tenantId, own.id] }), tenantPolicy(), ...(extras?.(self) ?? [])]
  })
}

/** As `walledTable`, for rows that are known by columns of their own: the primary key is (tenant_id, …key), there is no id. */
export function keyedWalledTable<N extends string, C extends Columns>(
  name: N,
  key: readonly (keyof C & string)[],
  columns: C,
  extras?: Extras<N, C & WallColumns>,
): Table<N, C & WallColumns> {
  const all: C & WallColumns = { ...tenantColumn(), ...columns, ...createdColumn() }
  return pgTable<N, C & WallColumns>(name, all, self => {
    const own = self as unknown as Walled & Record<string, AnyPgColumn>
    const rest = key.map(column => own[column]).filter(column => column !== undefined)
    return [primaryKey({ name: `${name}_pkey`, columns: [own.tenantId, ...rest] }), tenantPolicy(), ...(extras?.(self) ?? [])]
  })
}

/** A reference that cannot leave the city: (tenant_id, column) → (tenant_id, id) of the target. */
export function cityReference(name: string, from: Walled, column: AnyPgColumn, target: Walled & { id: AnyPgColumn }) {
  return foreignKey({ name, columns: [from.tenantId, column], foreignColumns: [target.tenantId, target.id] })
}
