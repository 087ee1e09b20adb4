import { describe, expect, it } from 'vitest'
import { faultText } from './fault.ts'
import { prosePage } from './prose.schemas.ts'
import { readProse } from './read-prose.ts'

const head = '---\ntitle: Seite\nasOf: "2026-11-24"\nverify: true\n---\n'
const faults = (body: string) => {
  const result = readProse('x.md', head + body)
  return result.ok ? [] : result.faults.map(faultText)
}

describe('a page of prose', () => {
  it('becomes headings, paragraphs and lists', () => {
    const result = readProse('x.md', `${head}\n## Wer\n\nEine **Stadt** und\nihr [Amt](https://example.org).\n\n- eins\n- [Post](mailto:a@example.org)\n`)
    if (!result.ok) throw new Error('refused')
    expect(prosePage.parse(result.page)).toEqual({
      title: 'Seite',
      asOf: '2026-11-24',
      verify: true,
      blocks: [
        { kind: 'heading', level: 2, content: [{ kind: 'text', text: 'Wer', mark: null }] },
        {
          kind: 'paragraph',
          content: [
            { kind: 'text', text: 'Eine ', mark: null },
            { kind: 'text', text: 'Stadt', mark: 'strong' },
            { kind: 'text', text: ' und ihr ', mark: null },
            { kind: 'link', text: 'Amt', href: 'https://example.org' },
            { kind: 'text', text: '.', mark: null },
          ],
        },
        { kind: 'list', ordered: false, items: [[{ kind: 'text', text: 'eins', mark: null }], [{ kind: 'link', text: 'Post', href: 'mailto:a@example.org' }]] },
      ],
    })
  })

  it.each([
    ['HTML', '<img src=x onerror=alert(1)>', 'x.md:6 – HTML ist hier nicht erlaubt. Bitte schreiben Sie den Text ohne spitze Klammern.'],
    ['an image', '![a](https://example.org/a.png)', 'x.md:6 – Bilder sind hier nicht erlaubt. Bitte beschreiben Sie den Inhalt im Text.'],
    ['a heading of level 1', '# Seite', 'x.md:6 – Überschriften haben hier zwei bis vier #. Der Titel der Seite steht im Kopf unter „title“.'],
    ['a list in a list', '- a\n  - b', 'x.md:7 – Ein Listenpunkt ist hier genau ein Absatz, ohne Liste darin. Bitte teilen Sie ihn auf.'],
    ['a data link', '[a](data:text/html,x)', 'x.md:6 – Der Link „data:text/html,x“ ist nicht erlaubt. Möglich sind https://, http://, mailto: und tel:.'],
    ['a script link in disguise', '[a](JaVaScRiPt&#58;alert(1))', 'x.md:6 – Der Link „JaVaScRiPt:alert(1)“ ist nicht erlaubt. Möglich sind https://, http://, mailto: und tel:.'],
    ['a relative link', '[a](/login)', 'x.md:6 – Der Link „/login“ ist nicht erlaubt. Möglich sind https://, http://, mailto: und tel:.'],
    ['marks that would cost their square', '_*a'.repeat(8_000), 'x.md:6 – Der Absatz enthält zu viele Sternchen und Unterstriche. Bitte schreiben Sie ihn einfacher.'],
    ['nested quotes', '>'.repeat(5_000), 'x.md:6 – Zitatblöcke mit > sind hier nicht erlaubt. Bitte schreiben Sie einen Absatz.'],
    ['70 kB', 'a '.repeat(35_000), 'x.md:1 – Die Datei ist größer als 64 kB. Bitte kürzen Sie sie.'],
  ])('is refused for %s', (_name, body, fault) => {
    expect(faults(body)).toEqual([fault])
  })

  it('without a head is refused', () => {
    const result = readProse('x.md', 'Nur Text')
    expect(result.ok ? [] : result.faults.map(faultText)).toEqual(['x.md:1 – Der Kopf fehlt. Bitte beginnen Sie mit „---“, „title: …“ und „---“.'])
  })
})
