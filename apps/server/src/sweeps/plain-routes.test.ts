import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDoor } from './door.fixture.ts'
import { listPlainRoutes } from './plain-routes.ts'

let door: Awaited<ReturnType<typeof openDoor>>
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.close())

/** Routes whose address has a part that anybody may choose, and why it is no id of a city. */
const elsewhere: Record<string, string> = {
  '/trpc/:path': 'the name of a procedure; each has its own sweep',
  '/*': 'a file of the clients, or a page that they draw',
}

/** The addresses in the tree that Fastify prints, each put together from its branches. */
const addressesIn = (tree: string): string[] => {
  const branch: string[] = []
  return tree.split('\n').flatMap(line => {
    const [, indent, part] = /^([│ ]*)[├└]── (\S+)(?: \(.+\))?$/.exec(line) ?? []
    if (indent === undefined || part === undefined) return []
    const depth = indent.length / 4
    branch.splice(depth, Infinity, part)
    return [branch.slice(0, depth + 1).join('')]
  })
}

test('every route that takes an id beside the procedures is swept', async () => {
  const addresses = addressesIn(door.app.app.printRoutes({ commonPrefix: false }))
  const open = addresses.filter(address => /[:*]/.test(address) || address.startsWith('/upload'))
  const swept = new Set((await listPlainRoutes()).map(({ route }) => route))
  expect(addresses).toContain('/impressum')
  expect(open).toContain('/files/:fileId')
  expect(open.filter(address => !swept.has(address) && !Object.hasOwn(elsewhere, address))).toEqual([])
})
