import type { TestRequest } from '../testing/test-app.ts'
import type { Procedure } from './procedures.ts'

export type Call = { procedure: Procedure; input: unknown }
type Sender = { host: string; cookie?: string | undefined; prefix?: string }

const json = { 'content-type': 'application/json' }

/** One call as the client sends it. */
export const requestOf = ({ procedure, input }: Call, { prefix = '/trpc', ...sender }: Sender): TestRequest => {
  const url = `${prefix}/${procedure.name}`
  if (procedure.type === 'mutation') return { ...sender, method: 'POST', url, headers: json, payload: JSON.stringify(input) }
  return { ...sender, method: 'GET', url: `${url}?input=${encodeURIComponent(JSON.stringify(input))}` }
}

/** Several calls of one kind in one request. */
export const batchOf = (calls: readonly Call[], { prefix = '/trpc', ...sender }: Sender): TestRequest => {
  const names = calls.map(({ procedure }) => procedure.name).join(',')
  const inputs = JSON.stringify(Object.fromEntries(calls.map(({ input }, index) => [index, input])))
  const url = `${prefix}/${names}?batch=1`
  if (calls[0]?.procedure.type === 'mutation') return { ...sender, method: 'POST', url, headers: json, payload: inputs }
  return { ...sender, method: 'GET', url: `${url}&input=${encodeURIComponent(inputs)}` }
}
