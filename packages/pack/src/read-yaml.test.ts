import { describe, expect, it } from 'vitest'
import { faultText } from './fault.ts'
import { readYaml } from './read-yaml.ts'

const faults = (text: string) => {
  const result = readYaml('x.yaml', text)
  return result.ok ? [] : result.faults.map(faultText)
}

const laughs = `a: &a [ha, ha]\n${Array.from({ length: 9 }, (_, index) => `b${index}: &b${index} [${`*${index === 0 ? 'a' : `b${index - 1}`}, `.repeat(9)}]`).join('\n')}\n`
const tooDeep = 'x.yaml:1 – Die Verschachtelung ist zu tief. Erlaubt sind 20 Ebenen.'
const tooLarge = 'x.yaml:1 – Die Datei ist größer als 256 kB. Bitte teilen oder kürzen Sie sie.'

const hostile: [name: string, text: string, fault: string][] = [
  ['a billion laughs', laughs, 'x.yaml:1 – Anker mit & sind nicht erlaubt. Bitte schreiben Sie den Inhalt aus.'],
  ['an alias alone', 'a: *b', 'x.yaml:1 – Verweise mit * sind nicht erlaubt. Bitte schreiben Sie den Inhalt aus.'],
  ['__proto__', 'a:\n  __proto__: { admin: true }', 'x.yaml:2 a.__proto__ – „__proto__“ ist als Schlüssel nicht erlaubt. Bitte löschen Sie den Eintrag.'],
  ['constructor', 'constructor: 1', 'x.yaml:1 constructor – „constructor“ ist als Schlüssel nicht erlaubt. Bitte löschen Sie den Eintrag.'],
  ['lists nested 100,000 times', '['.repeat(100_000), tooDeep],
  ['closed lists nested 100,000 times', '['.repeat(100_000) + ']'.repeat(100_000), tooDeep],
  ['mappings nested 50,000 times', '{a: '.repeat(50_000), tooDeep],
  ['dashes nested 100,000 times', '- '.repeat(100_000), tooDeep],
  ['question marks nested 100,000 times', '? '.repeat(100_000), tooDeep],
  ['21 levels', `${Array.from({ length: 21 }, (_, index) => `${' '.repeat(index)}a:`).join('\n')} 1`, 'x.yaml:21 – Die Verschachtelung ist zu tief. Erlaubt sind 20 Ebenen.'],
  ['300 kB of text', `a: ${'x'.repeat(300_000)}`, tooLarge],
  ['260 kB in few characters', `a: ${'ä'.repeat(135_000)}`, tooLarge],
  ['a function as tag', 'a: !!js/function "return 1"', 'x.yaml:1 – Typangaben mit ! sind nicht erlaubt. Bitte löschen Sie die Angabe.'],
  ['a tag of one’s own', 'a: 1\nb: !ruby/object:Gem {}', 'x.yaml:2 – Typangaben mit ! sind nicht erlaubt. Bitte löschen Sie die Angabe.'],
  ['a tag on a block text', 'a: !x |\n  text\n', 'x.yaml:1 – Typangaben mit ! sind nicht erlaubt. Bitte löschen Sie die Angabe.'],
  ['a directive', '%TAG ! tag:example.org,2000:\n---\na: 1', 'x.yaml:1 – Zeilen mit % am Anfang sind nicht erlaubt. Bitte löschen Sie die Zeile.'],
  ['two documents', 'a: 1\n---\nb: 2', 'x.yaml:2 – Die Datei enthält mehrere Dokumente. Bitte löschen Sie die Zeile „---“.'],
  ['a doubled key', 'a: 1\nb: 2\na: 3', 'x.yaml:3 a – „a“ steht hier doppelt. Bitte löschen Sie einen der beiden Einträge.'],
  ['a key doubled in quotes', 'a: 1\n"a": 2', 'x.yaml:2 a – „a“ steht hier doppelt. Bitte löschen Sie einen der beiden Einträge.'],
  ['a list as key', '[a, b]: 1', 'x.yaml:1 – Ein Schlüssel muss ein einfaches Wort sein. Bitte ändern Sie ihn.'],
  ['a NUL', 'a: "\\0"', 'x.yaml:1 a – Der Text enthält unlesbare Zeichen. Bitte schreiben Sie ihn neu.'],
  ['a lone surrogate', 'a: "\\uD800"', 'x.yaml:1 a – Der Text enthält unlesbare Zeichen. Bitte schreiben Sie ihn neu.'],
  ['a tab as indent', 'a:\n\tb: 1', 'x.yaml:2 – Die Zeile ist mit einem Tabulator eingerückt. Bitte nehmen Sie Leerzeichen.'],
]

describe('a YAML file of a pack', () => {
  it('is read to plain data without prototypes, with the line of every path', () => {
    const result = readYaml('x.yaml', 'a: 1\nb:\n  - c: ja\n  - "05"\n')
    if (!result.ok) throw new Error('refused')
    expect(JSON.stringify(result.source.data)).toBe('{"a":1,"b":[{"c":"ja"},"05"]}')
    expect(Object.getPrototypeOf(result.source.data)).toBeNull()
    expect([[], ['a'], ['b'], ['b', 0, 'c'], ['b', 1], ['b', 0, 'missing']].map(path => result.source.lineOf(path))).toEqual([1, 1, 2, 3, 4, 3])
  })

  it('keeps a key as it is written', () => {
    const result = readYaml('x.yaml', '2.10: a')
    expect(result.ok && JSON.stringify(result.source.data)).toBe('{"2.10":"a"}')
  })

  it('with 20,000 keys is read, not compared pair by pair', () => {
    const result = readYaml('x.yaml', Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n'))
    expect(result.ok).toBe(true)
  })

  it.each(hostile)('is refused for %s', (_name, text, fault) => {
    expect(faults(text)).toEqual([fault])
  })
})
