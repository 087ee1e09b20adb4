import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestOf } from './calls.ts'
import { formerRoles, roles } from './city-scene.ts'
import { openDoor } from './door.fixture.ts'
import { waysOf, type Asker } from './known-inputs.ts'
import type { Procedure } from './procedures.ts'

/** What a visitor may call, and why. Everything else asks who is there first. */
const open: Record<string, string> = {
  'city.get': 'names and districts are on the start page',
  'check.catalogue': 'the questions are public',
  'check.start': 'the check needs no account',
  'check.get': 'its key opens it',
  'check.save': 'its key opens it',
  'check.submit': 'its key opens it',
  'check.result': 'its key opens it',
  'check.extend': 'its key opens it',
  'plan.keep': 'makes the account, by mail',
  'identity.requestCode': 'begins a sign-in',
  'identity.verifyCode': 'is the sign-in',
  'identity.verifyLink': 'is the sign-in',
  'identity.me': 'tells a visitor that nobody is signed in',
  'identity.refresh': 'turns a token that it is shown, and tells a visitor so',
  'identity.signOut': 'signing out twice is no error',
  'website.quick': 'a look at a website needs no account, and comes seldom',
  'website.quickResult': 'its ticket opens it',
  'operator.requestCode': 'begins a sign-in',
  'operator.verifyCode': 'is the sign-in',
  'operator.verifyLink': 'is the sign-in',
  'operator.me': 'tells a visitor that nobody is signed in',
  'operator.signOut': 'signing out twice is no error',
}
/** One's own account, and what the city's pack says to everybody: no role is needed, and so any will do. */
const anyAccount = new Set(['account.mailTopics', 'account.setMailTopic', 'identity.devices', 'identity.endDevice', 'listing.setting'])

let door: Awaited<ReturnType<typeof openDoor>>
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.close())

const ask = async (procedure: Procedure, as: Asker) => {
  const { probe } = door
  await probe.renew()
  const [way] = waysOf(procedure.name)
  const input = await probe.inputFor(procedure, way ?? { as })
  return probe.send(requestOf({ procedure, input }, { host: probe.hostOf(procedure), cookie: await probe.cookieOf(as) }))
}

describe('every procedure', () => {
  it('is in the list of open ones, or answers a visitor with 401', async () => {
    const wrong: string[] = []
    for (const procedure of door.procedures) {
      const { status } = await ask(procedure, 'anonymous')
      if ((status === 401) === Object.hasOwn(open, procedure.name)) wrong.push(`${procedure.name}: ${status}`)
    }
    expect(wrong).toEqual([])
    expect(door.procedures.length).toBeGreaterThan(30)
  })

  it('answers somebody without the role for it with 403 or as if the thing were not there', async () => {
    const wrong: string[] = []
    for (const procedure of door.procedures) {
      if (Object.hasOwn(open, procedure.name) || anyAccount.has(procedure.name) || procedure.name.startsWith('console.')) continue
      const allowed = new Set(waysOf(procedure.name).map(way => way.as))
      for (const role of [...roles, ...formerRoles].filter(role => role !== 'anonymous' && !allowed.has(role))) {
        const { status, body } = await ask(procedure, role)
        if (![403, 404].includes(status)) wrong.push(`${procedure.name} as ${role}: ${status} ${body.slice(0, 120)}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('answers a merchant for a business that is no longer theirs as for one that is not there', async () => {
    const wrong: string[] = []
    const { probe } = door
    let asked = 0
    for (const procedure of door.procedures.filter(({ ids }) => ids.length > 0)) {
      const way = waysOf(procedure.name).find(way => way.as === 'merchant')
      if (!way || anyAccount.has(procedure.name)) continue
      const input = await probe.inputFor(procedure, way)
      await probe.renew()
      const { status, body } = await probe.send(requestOf({ procedure, input }, { host: probe.city.host, cookie: await probe.cookieOf('merchant') }))
      asked++
      if (status !== 404) wrong.push(`${procedure.name}: ${status} ${body.slice(0, 120)}`)
    }
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(8)
  })

  it('of the list of open ones exists', () => {
    const names = new Set(door.procedures.map(({ name }) => name))
    expect(Object.keys(open).filter(name => !names.has(name))).toEqual([])
  })
})
