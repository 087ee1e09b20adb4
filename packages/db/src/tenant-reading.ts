import { LaneError } from './lane-errors.ts'
import { parametersOf, toRows, type Ahead, type WrittenQuery } from './written-query.ts'

/** Rows of one city that were asked for beforehand. A `TenantTx` can read as well, so what only reads takes either. */
export interface TenantReading {
  readonly tenantId: string
  /** The rows of a query that was named beforehand with these very values; refuses any other. */
  read<Row, Names extends string>(query: WrittenQuery<Row, Names>, values: Readonly<Record<Names, unknown>>): Promise<Row[]>
}

/** A written query with its values in the form the driver takes. */
export interface Planned {
  readonly query: WrittenQuery<unknown, string>
  readonly parameters: readonly unknown[]
}

export type Values = readonly (readonly unknown[])[]

/** What is to be read in a city's transaction; its city is that of the transaction, whatever `values` says. */
export function plan(tenantId: string, { query, values }: Ahead<unknown>): Planned {
  return { query, parameters: parametersOf(query, { ...values, tenantId }) }
}

/** Gives the rows of a transaction that is over, as often as they are asked for. */
export function createReading(tenantId: string, planned: readonly Planned[], answers: readonly Values[]): TenantReading {
  return {
    tenantId,
    async read(query, values) {
      const parameters = parametersOf(query, { ...values, tenantId })
      const at = planned.findIndex(each => each.query === query && each.parameters.every((value, i) => Object.is(value, parameters[i])))
      const rows = answers[at]
      if (!rows) throw new LaneError('CLOSED', 'a reading gives what was named beforehand, nothing else')
      return toRows(query, rows)
    },
  }
}
