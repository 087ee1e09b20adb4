import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultText } from './fault.ts'
import type { Folder } from './folder.ts'
import { loadFramework, loadPack } from './load.ts'
import { patched, smallCity, smallFramework } from './small-pack.fixture.ts'

const rules = await loadFramework(smallFramework)
if (!rules.ok) throw new Error(rules.faults.map(faultText).join('\n'))
const { framework } = rules

const faultsOf = async (folder: Folder) => {
  const result = await loadPack(folder, framework)
  return result.ok ? [] : result.faults.map(faultText)
}

const pieces = ['', ' ', '\n', '\t', '- ', ': ', '"', "'", '{', '}', '[', ']', '#', '&a', '*a', '!t', '|', '>', '---\n', '%', '\0', '\uD800', 'verify: true', '__proto__: 1', 'constructor: 1', 'null', '1e999', '-1', 'ä', '<b>', '{city}', '](javascript:x)']

/** A sound pack with some passages cut out, doubled or replaced by what parsers stumble over. */
const damaged = (folder: Folder) =>
  fc
    .array(fc.record({ file: fc.constantFrom(...Object.keys(folder)), at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(40), put: fc.array(fc.constantFrom(...pieces), { maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 4,
    })
    .map(wounds =>
      wounds.reduce((body, { file, at, cut, put }) => {
        const text = body[file] ?? ''
        const start = Math.floor(at * text.length)
        return { ...body, [file]: text.slice(0, start) + put.join('') + text.slice(start + cut) }
      }, folder),
    )

describe('a pack from anywhere', () => {
  it('is loaded or refused with sentences, whatever was done to it; it never throws', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(damaged(smallCity), async folder => {
        const result = await loadPack(folder, framework)
        if (result.ok) return
        expect(result.faults.length).toBeGreaterThan(0)
        for (const { line, message } of result.faults) {
          expect(line).toBeGreaterThan(0)
          expect(message).toMatch(/[.?]$/)
        }
      }),
      { seed: 20_261_124, numRuns: 300 },
    )
  })

  it('likewise a framework', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(damaged(smallFramework), async folder => {
        const result = await loadFramework(folder)
        if (!result.ok) expect(result.faults.every(({ message }) => /[.?]$/.test(message))).toBe(true)
      }),
      { seed: 20_261_124, numRuns: 200 },
    )
  })

  it.each<[name: string, folder: Folder, fault: string]>([
    ['too many files', { ...smallCity, ...Object.fromEntries(Array.from({ length: 401 }, (_, index) => [`n${index}.md`, ''])) }, ':1 – Das sind mehr als 400 Dateien. Bitte löschen Sie, was nicht gebraucht wird.'],
    ['too much together', { ...smallCity, 'note.md': 'x'.repeat(9 * 1024 * 1024) }, ':1 – Die Dateien sind zusammen größer als 8 MB. Bitte verkleinern Sie sie.'],
    ['a file that is no text', { ...smallCity, 'note.md': 'a\0b' }, 'note.md:1 – Die Datei enthält Zeichen, die kein Text sind. Bitte speichern Sie sie als UTF-8.'],
    ['a name that climbs', { ...smallCity, '../../etc/passwd': '' }, '../../etc/passwd:1 – Diese Datei wird nicht gelesen. Bitte löschen Sie sie.'],
    ['a text that grows too long when filled', patched(smallCity, 'texts/de.yaml', 'Willkommen in {city}', '{programme}'.repeat(300)), 'pack.yaml:1 texts.de.home.title – Zusammengesetzt wird diese Angabe zu lang. Bitte kürzen Sie sie.'],
    ['a list of 300 points', patched(smallCity, 'legal/impressum.md', 'Ein Absatz', `${'- a\n'.repeat(300)}\nEin Absatz`), 'legal/impressum.md:8 – Ein Absatz, eine Liste oder die Seite ist zu lang. Bitte teilen Sie den Text auf.'],
  ])('is refused for %s', async (_name, folder, fault) => {
    expect(await faultsOf(folder)).toEqual([fault])
  })

  it('with a file named like a prototype is read as a file', async () => {
    const folder = JSON.parse(`{"__proto__": "x"}`) as Folder
    expect(await faultsOf(Object.assign(Object.create(null), smallCity, { constructor: 'x' }))).toEqual(['constructor:1 – Diese Datei wird nicht gelesen. Bitte löschen Sie sie.'])
    expect((await faultsOf(folder)).some(fault => fault.startsWith('__proto__:1'))).toBe(true)
  })
})
