import { isGood, partsOf, toComparable } from './answers.ts'
import { batchOf, requestOf } from './calls.ts'
import { createCase } from './case-scene.ts'
import { isOnConsole, unknownId, waysOf } from './known-inputs.ts'
import type { Probe } from './probe.ts'
import type { JsonSchema, Procedure } from './procedures.ts'
import { withValueAt, type Input } from './valid-input.ts'

const fieldsOf = (procedure: Procedure) => Object.entries(procedure.schema.properties ?? {}) as [string, JsonSchema][]
const isFreeText = ({ type, enum: words, format, pattern }: JsonSchema) => type === 'string' && !words && !format && !pattern
const isEmail = ({ format }: JsonSchema) => format === 'email'

/** Texts that would find the victim if a search, a filter or a sort looked beyond the city. */
const searches = ({ victim }: Probe): string[] => {
  const { mark, people, slug } = victim.city
  return [mark, mark.slice(0, 5).toLowerCase(), people.merchant.email, slug, '%', '_', `' or true --`, '']
}

/** Lists, figures and searches: whatever is asked, nothing of the victim comes, and nothing of it changes. */
export const sweepOtherInputs = async (probe: Probe, procedure: Procedure): Promise<void> => {
  const { prefix } = probe.scene
  for (const visitor of probe.visitors) {
    for (const way of waysOf(procedure.name)) {
      const where = `${procedure.name} as ${visitor}`
      const ask = async (input: Input) => {
        const sender = { host: probe.hostOf(procedure), cookie: await probe.cookieOf(visitor), prefix }
        if (isOnConsole(procedure.name) && visitor === 'foreign-console') return
        const answer = await probe.try(requestOf({ procedure, input }, sender), where, { writes: procedure.type === 'mutation' })
        if (procedure.type === 'mutation' && isGood(answer)) await probe.renew()
      }
      for (let round = 0; round < probe.rounds; round++) await ask(await probe.inputFor(procedure, way))
      if (procedure.type === 'mutation') continue
      for (const [name] of fieldsOf(procedure).filter(([, schema]) => isFreeText(schema))) {
        for (const text of searches(probe)) await ask({ ...(await probe.inputFor(procedure, way)), [name]: text })
      }
    }
  }
}

/** An address that the victim knows and one that nobody knows: one answer. */
export const sweepAddresses = async (probe: Probe, procedure: Procedure): Promise<void> => {
  const [way] = waysOf(procedure.name)
  if (!way || isOnConsole(procedure.name)) return
  for (const [name] of fieldsOf(procedure).filter(([, schema]) => isEmail(schema))) {
    const answers: string[] = []
    const seed = probe.nextSeed()
    for (const email of [probe.victim.city.people.auditor.email, `niemand-${seed}@post.example`]) {
      await probe.renew()
      const input = { ...(await probe.inputFor(procedure, way, { seed })), [name]: email }
      const sender = { host: probe.city.host, cookie: await probe.cookieOf(way.as), prefix: probe.scene.prefix }
      answers.push(toComparable(await probe.try(requestOf({ procedure, input }, sender), `${procedure.name} ${name}`, { writes: true })))
    }
    probe.compare(`${procedure.name} ${name}`, answers[0] ?? '', answers[1] ?? '')
  }
}

/** The victim's id beside an unknown one in a single request: the two parts must be the same. */
export const sweepBatches = async (probe: Probe, procedure: Procedure): Promise<void> => {
  if (isOnConsole(procedure.name)) return
  for (const field of procedure.ids) {
    if (field.entity === undefined || field.entity === 'idempotency-key') continue
    for (const victimCase of probe.victim.cases) {
      const foreignId = victimCase.ids[field.entity][0]
      if (foreignId === undefined) continue
      for (const way of waysOf(procedure.name)) {
        await probe.forgetAttempts()
        const base = await probe.inputFor(procedure, way)
        const calls = [foreignId, unknownId()].map(id => ({ procedure, input: withValueAt(base, field.path, id, 1) }))
        const sender = { host: probe.city.host, cookie: await probe.cookieOf(way.as), prefix: probe.scene.prefix }
        const where = `${procedure.name} in a batch as ${way.as}`
        const [one = '', other = 'none'] = partsOf(await probe.try(batchOf(calls, sender), where, { writes: procedure.type === 'mutation' }))
        probe.compare(where, one, other)
      }
    }
  }
}

/** The victim asks first, at its own door: what the server then keeps in memory may not be served to this city. */
export const warmUp = async (probe: Probe, procedure: Procedure): Promise<void> => {
  if (procedure.type === 'mutation' || isOnConsole(procedure.name)) return
  const { city, cases } = probe.victim
  for (const way of waysOf(procedure.name)) {
    const input = await probe.inputFor(procedure, way, { city, ...(cases[0] ? { own: cases[0] } : {}) })
    await probe.send(requestOf({ procedure, input }, { host: city.host, cookie: await probe.cookieOf('foreign'), prefix: probe.scene.prefix }))
  }
}

const moment = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g

/** An answer may tell the time of day, as a preview does; a moment from before the sweep stays as it is. */
const withoutNow = (body: string, begun: number) => body.replace(moment, text => (Date.parse(text) >= begun ? '<now>' : text))

const listings = async (probe: Probe, begun: number): Promise<Map<string, string>> => {
  const answers = new Map<string, string>()
  for (const procedure of probe.scene.procedures) {
    if (procedure.type === 'mutation' || isOnConsole(procedure.name)) continue
    for (const way of waysOf(procedure.name)) {
      const input = await probe.inputFor(procedure, way, { seed: 1 })
      const sender = { host: probe.city.host, cookie: await probe.cookieOf(way.as), prefix: probe.scene.prefix }
      const { status, body } = await probe.send(requestOf({ procedure, input }, sender))
      answers.set(`${procedure.name} as ${way.as}`, `${status} ${withoutNow(body, begun)}`)
    }
  }
  return answers
}

/** What a city is told is the same to the byte, the present moment apart, whether its neighbour has more rows or fewer. */
export const sweepIndependence = async (probe: Probe): Promise<void> => {
  const begun = Date.now()
  const before = await listings(probe, begun)
  await createCase(probe.scene.admin, probe.victim.city)
  const after = await listings(probe, begun)
  for (const [where, answer] of before) probe.compare(`${where}, with more in the other city`, answer, after.get(where) ?? '')
  await probe.lookAgain()
}

/** What was written to the outbox in this sweep goes to nobody of the victim but the address that was typed in. */
export const sweepOutbox = async (probe: Probe): Promise<void> => {
  const rows = await probe.scene.admin(
    `select distinct recipient from mails where tenant_id = $1 and recipient <> $3 and recipient in (select email from people where tenant_id = $2)`,
    [probe.city.id, probe.victim.city.id, probe.victim.city.people.auditor.email],
  )
  probe.findings.leaks.push(...rows.map(({ recipient }) => `a mail of this city goes to ${String(recipient)} of the other`))
}

