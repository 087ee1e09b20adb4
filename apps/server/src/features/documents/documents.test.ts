import { describe, expect, it } from 'vitest'
import { allAt } from '@digitallotsen/domain/check/catalogue.fixture.ts'
import { rankMeasures } from '@digitallotsen/domain/check/ranking.rules.ts'
import { scoreCheck } from '@digitallotsen/domain/check/scoring.rules.ts'
import { catalogue, planView, resultView, sender, worstRanking } from './documents.fixture.ts'
import { sheet } from './pen.ts'
import { renderPlanPdf } from './plan.pdf.ts'
import { listNodes, listRoles, readPdf, type Piece, type ReadPdf } from './read-pdf.fixture.ts'
import { listEdges } from './radar-figure.ts'
import { renderResultPdf } from './result.pdf.ts'

const longName = 'Lebensmittelfachgeschäft-und-Zeitschriftenhandelsgesellschaft '.repeat(4) + 'X'.repeat(120)
const longText = 'Ein langer Satz mit Größe, Öffnung und Übermaß, der nicht aufhören will. '.repeat(12)

const wordy = {
  ...catalogue,
  fields: catalogue.fields.map(field => ({ ...field, title: `${field.title} ${longName}`, short: 'Ein langer Kurzname' })),
  measures: catalogue.measures.map(measure => ({ ...measure, title: `${measure.title} ${longName}`, what: longText, why: longText, how: [longText, longText], proof: longText, cost: longText })),
}
const wordySender = { ...sender, sample: true, name: longName, programme: longName, contact: { ...sender.contact, organisation: longName } }

const result = async (...change: Parameters<typeof resultView>) => readPdf(await renderResultPdf(resultView(...change)))
const plan = async (...change: Parameters<typeof planView>) => readPdf(await renderPlanPdf(planView(...change)))

const isOut = ({ x, y, width }: Piece): boolean => x < sheet.left - 0.5 || x + width > sheet.width - sheet.right + 0.5 || y < 20 || y > sheet.height - 20

const overlapOf = (a: Piece, b: Piece): number => {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const down = Math.min(a.y + a.height * 0.75, b.y + b.height * 0.75) - Math.max(a.y, b.y)
  return across > 1 && down > 0.3 ? across : 0
}

/** Words outside of the page's margins, and words on top of each other. */
const listFaults = ({ pages }: ReadPdf): string[] =>
  pages.flatMap(({ pieces }, index) => [
    ...pieces.filter(isOut).map(piece => `page ${index + 1}: out of the page: ${piece.text}`),
    ...pieces.flatMap((piece, at) => pieces.slice(at + 1).filter(other => overlapOf(piece, other) > 0).map(other => `page ${index + 1}: „${piece.text}“ on „${other.text}“`)),
  ])

/** The last words of a page above its foot, by their size: a heading there would have lost what it heads. */
const lastSizes = ({ pages }: ReadPdf): number[] =>
  pages.map(({ pieces }) => pieces.filter(piece => piece.y > sheet.bottom - 4).toSorted((a, b) => a.y - b.y)[0]?.height ?? 0)

describe.each([
  ['the result', result, 'Ihr zweites Ergebnis: Müßiggang & Söhne – Digitallotsen Beispielhausen'],
  ['the plan', plan, 'Ihr Maßnahmenplan: Müßiggang & Söhne – Digitallotsen Beispielhausen'],
] as const)('the document of %s', (_name, make, title) => {
  it('says its title and language, and is tagged throughout', async () => {
    const pdf = await make()
    expect(pdf).toMatchObject({ title, language: 'de', marked: true })
    const roles = pdf.pages.flatMap(page => listRoles(page.tree))
    expect(roles.filter(role => role === 'H1')).toHaveLength(1)
    expect(roles).toEqual(expect.arrayContaining(['Document', 'Sect', 'H2', 'H3', 'P', 'L', 'LI', 'LBody']))
    const heads = roles.filter(role => /^H\d$/.test(role)).map(role => Number(role[1]))
    expect(heads.every((level, index) => index === 0 || level <= (heads[index - 1] ?? 0) + 1)).toBe(true)
  })

  it('holds words with umlauts and foreign letters as words', async () => {
    const { text } = await make()
    for (const word of ['Müßiggang & Söhne', 'Größe prüfen', 'Änne Größmann', 'Digitallotsen Beispielhausen', 'Telefon 0999 123456']) expect(text).toContain(word)
    expect((await plan()).text).toContain('Gül Şahin')
  })

  it('numbers its pages and names whom to ask on each', async () => {
    const { pages } = await make()
    pages.forEach(({ pieces }, index) => {
      const words = pieces.map(({ text }) => text)
      expect(words).toContain(`Seite ${index + 1} von ${pages.length}`)
      expect(words.join(' ')).toContain('Wirtschaftsförderung Beispielhausen')
    })
  })

  it('is marked as sample data where it is, on every page', async () => {
    const marked = await make({ sender: { ...sender, sample: true } })
    for (const { pieces } of marked.pages) expect(pieces.map(({ text }) => text)).toContain('Musterdaten')
    expect((await make()).text).not.toContain('Musterdaten')
  })

  it('keeps every word on the page, and none on another', async () => expect(listFaults(await make())).toEqual([]))

  it('bears long names and texts', async () => {
    const pdf = await make({ business: longName, catalogue: wordy, sender: wordySender })
    expect(listFaults(pdf)).toEqual([])
    expect(pdf.marked).toBe(true)
    expect(lastSizes(pdf).every(size => size < 12.5)).toBe(true)
  })

  it('never leaves a heading alone at the foot of a page, however long what stands before it', async () => {
    for (let lines = 0; lines < 40; lines += 3) {
      const measures = catalogue.measures.map((measure, index) => (index === 1 ? { ...measure, how: Array.from({ length: lines + 1 }, () => 'Schritt') } : measure))
      expect(lastSizes(await make({ catalogue: { ...catalogue, measures } })).filter(size => size >= 12.5), `${lines} lines`).toEqual([])
    }
  })

  it('bears signs that no font of ours has, and those that control', async () => {
    const { text } = await make({ business: 'Laden 你好 \u202Eمرحبا 😀 \u0000\uD800Ende' })
    expect(text).toContain('Laden □□ □□□□□ □ □Ende')
  })

  it('is the same for the same view', async () => {
    const render = async () => (make === result ? renderResultPdf(resultView()) : renderPlanPdf(planView()))
    expect((await render()).equals(await render())).toBe(true)
  })

  it('speaks English where asked', async () => {
    const pdf = await make({ locale: 'en' })
    expect(pdf.language).toBe('en')
    expect(pdf.text).toContain('Page 1 of')
    expect(pdf.text).not.toMatch(/Seite|Aufwand|Kontakt/)
  })
})

describe('the document of the result', () => {
  it('has the fields as a table with headings and as a figure with words for it', async () => {
    const { pages, text } = await result()
    const nodes = pages.flatMap(page => listNodes(page.tree))
    const [table] = nodes.filter(node => node.role === 'Table')
    expect(listRoles(table?.children ?? [])).toEqual(['THead', 'TR', 'TH', 'TH', 'TH', 'TBody', ...Array.from({ length: 5 }, () => ['TR', 'TH', 'TD', 'TD']).flat()])
    const figures = nodes.filter(node => node.role === 'Figure').map(node => node.alt)
    expect(figures).toEqual(['Netzdiagramm der Handlungsfelder, je von 0 bis 100 Punkten: Feld 1 18, Feld 2 19, Feld 3 43, Feld 4 29, Feld 5 47.'])
    expect(text).toContain('31 von 100 Punkten')
    expect(text).toContain('Aufbau')
  })

  it('names the open musts, at most five measures with all that is to do, and what comes after', async () => {
    const { text } = await result()
    for (const words of ['Offene Muss-Punkte', 'Item 1.2', 'Item 2.1', 'Warum es sich lohnt', 'So gehen Sie vor', 'Woran man sieht, dass es erledigt ist', 'Danach dran', 'Mit dem Lotsen klären', 'Item 3.1', 'Als Vorbild bereit?', 'Item 3.4', 'Seit dem letzten Check']) expect(text).toContain(words)
    expect(text.match(/Warum es sich lohnt/g)).toHaveLength(5)
  })

  it('stands without a business, a score, a measure or a comparison', async () => {
    const answers = allAt(catalogue, 4)
    const best = await result({ business: null, comparison: null, result: scoreCheck(catalogue, 'full', answers), ranking: rankMeasures(catalogue, answers) })
    expect(best.title).toBe('Ihr zweites Ergebnis – Digitallotsen Beispielhausen')
    expect(best.text).toContain('Gerade ist keine Maßnahme nötig.')
    expect(best.text).not.toContain('Seit dem letzten Check')
    const empty = await result({ result: scoreCheck(catalogue, 'quick', []), ranking: rankMeasures(catalogue, []) })
    expect(empty.text).toContain('Dafür reichen die Antworten noch nicht.')
    expect(listFaults(empty)).toEqual([])
  })

  it('says of a field that the quick check does not ask that it is not checked yet, in the figure and in the table', async () => {
    const musts = catalogue.fields.flatMap(field => field.items).filter(({ must }) => must)
    expect(catalogue.fields.map(({ items }) => items.some(({ must }) => must))).toContain(false)
    const answers = musts.map(({ id }) => ({ itemId: id, value: { kind: 'level', level: 2 }, relevance: 'normal' }) as const)
    const quick = await result({ kind: 'quick', comparison: null, result: scoreCheck(catalogue, 'quick', answers), ranking: rankMeasures(catalogue, answers) })
    const nodes = quick.pages.flatMap(page => listNodes(page.tree))
    expect(nodes.filter(node => node.role === 'Figure').map(node => node.alt)).toEqual([expect.stringMatching(/Feld 2 50, Feld 3 noch nicht geprüft, Feld 4 50/)])
    expect(quick.text.match(/noch nicht geprüft/g)?.length).toBeGreaterThanOrEqual(2)
    expect(listFaults(quick)).toEqual([])
  })

  it('draws no line to a field without points, which is not one with none', () => {
    expect(listEdges([10, 20, 0])).toEqual([[0, 1], [1, 2], [2, 0]])
    expect(listEdges([10, 20, null, 0, 30])).toEqual([[0, 1], [3, 4], [4, 0]])
    expect(listEdges([null, 20, null, null, null])).toEqual([])
  })

  it('bears thirty measures', async () => {
    const pdf = await result({ ranking: worstRanking() })
    expect(listFaults(pdf)).toEqual([])
    for (const { title } of catalogue.measures) expect(pdf.text).toContain(title)
  })
})

describe('the document of the plan', () => {
  it('has a place for every task, by what has become of it', async () => {
    const { text, pages } = await plan()
    for (const { title } of catalogue.measures) expect(text).toContain(title)
    for (const words of ['Jetzt dran', 'Danach dran', 'Erledigt', 'erledigt am 20. November 2026', 'Weggelassen', 'Grund: Passt nicht zu uns', 'Notizen', 'Stand: offen']) expect(text).toContain(words)
    expect(pages.length).toBeLessThan(8)
  })

  it('keeps a task whose measure the pack no longer has', async () => {
    const { text } = await plan({ catalogue: { ...catalogue, measures: catalogue.measures.filter(({ id }) => id !== 'M-1.2') } })
    expect(text).toContain('1. Item 1.2')
  })
})
