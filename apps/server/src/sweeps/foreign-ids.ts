import { randomUUID } from 'node:crypto'
import { isGood, toComparable } from './answers.ts'
import { requestOf } from './calls.ts'
import type { Case } from './case-scene.ts'
import { isOnConsole, waysOf, type Way } from './known-inputs.ts'
import type { Probe, Visitor } from './probe.ts'
import { pathText, type IdField, type Procedure } from './procedures.ts'
import { withValueAt, type Input } from './valid-input.ts'

const usualWay = (procedure: Procedure): Way => waysOf(procedure.name)[0] ?? { as: 'anonymous' }

/** Keys under which the victim's check would open at home, and none. */
const keysFor = (procedure: Procedure, { entity }: IdField, victim: Case): (string | undefined)[] =>
  entity === 'assessment' && 'key' in (procedure.schema.properties ?? {}) ? [undefined, victim.keys.free, victim.keys.open] : [undefined]

type Attempt = { procedure: Procedure; field: IdField; visitor: Visitor; foreignId: string; key: string | undefined }

/** The victim's id and one that nobody has, all else equal: the two answers must be the same. */
const comparePair = async (probe: Probe, { procedure, field, visitor, foreignId, key }: Attempt): Promise<void> => {
  const where = `${procedure.name} ${pathText(field.path)} as ${visitor}`
  const seed = probe.nextSeed()
  const answers: string[] = []
  await probe.forgetAttempts()
  for (const id of [foreignId, randomUUID()]) {
    const input = await probe.inputFor(procedure, usualWay(procedure), { seed })
    const given = { ...(withValueAt(input, field.path, id, seed) as Input), ...(key === undefined ? {} : { key }) }
    const sender = { host: probe.hostOf(procedure), cookie: await probe.cookieOf(visitor), prefix: probe.scene.prefix }
    const answer = await probe.try(requestOf({ procedure, input: given }, sender), where, { writes: procedure.type === 'mutation' })
    answers.push(toComparable(answer))
    if (procedure.type === 'mutation' && isGood(answer)) await probe.renew()
  }
  probe.compare(where, answers[0] ?? '', answers[1] ?? '')
}

/** The victim does at home what is then tried from outside: what it leaves in a cache or under a key may not be found. */
const warmUp = async (probe: Probe, procedure: Procedure, victimCase: Case, at: { field: IdField; id: string }): Promise<void> => {
  const { city } = probe.victim
  for (const way of waysOf(procedure.name)) {
    if (way.as === 'operator') continue
    const { app, prefix } = probe.scene
    const cookie = way.as === 'anonymous' ? undefined : await app.signIn(city, city.people[way.as].id)
    const own = await probe.inputFor(procedure, way, { city, own: victimCase })
    const input = withValueAt(own, at.field.path, at.id, 1)
    await probe.send(requestOf({ procedure, input }, { host: city.host, cookie, prefix }))
  }
  await probe.forgetAttempts(city)
  await probe.lookAgain()
}

const foreignIdsOf = ({ entity }: IdField, victim: Case): readonly string[] => {
  if (entity === 'idempotency-key') return [randomUUID()]
  return entity === undefined ? [] : victim.ids[entity]
}

/** Every id of an input, foreign and unknown, by everybody who may stand at this city's door. */
export const sweepForeignIds = async (probe: Probe, procedure: Procedure): Promise<void> => {
  if (isOnConsole(procedure.name)) return
  for (const field of procedure.ids) {
    if (probe.victim.cases.every(victimCase => foreignIdsOf(field, victimCase).length === 0)) probe.findings.untried.push(`${procedure.name}: ${pathText(field.path)}`)
    for (const victimCase of probe.victim.cases) {
      for (const foreignId of foreignIdsOf(field, victimCase)) {
        if (procedure.type === 'query' || field.entity === 'idempotency-key') await warmUp(probe, procedure, victimCase, { field, id: foreignId })
        for (const visitor of probe.visitors) {
          for (const key of keysFor(procedure, field, victimCase)) await comparePair(probe, { procedure, field, visitor, foreignId, key })
        }
      }
    }
  }
}
