import { sheet, type Pen, type TextStyle } from './pen.ts'

export const lead: TextStyle = { size: 12, leading: 1.4 }
export const small: TextStyle = { size: 9 }

/** A heading is never the last line of a page: it takes this much company along, itself included. */
const leastCompany = 70

export const writeTitle = (pen: Pen, title: string, business: string | null, line: string): void => {
  pen.write('H1', title, { font: 'bold', size: 27, leading: 1.15, after: 3 })
  if (business !== null) pen.write('P', business, { font: 'bold', size: 14, leading: 1.25, after: 2 })
  pen.write('P', line, { ...lead, colour: pen.colours.muted, after: 16 })
}

export const writeHeading = (pen: Pen, title: string, company = leastCompany): void => {
  pen.y += 14
  pen.room(company)
  pen.draw(doc => doc.rect(pen.left, pen.y, 26, 3).fill(pen.colours.brand))
  pen.y += 9
  pen.write('H2', title, { font: 'bold', size: 15.5, leading: 1.2, after: 6 })
  pen.pin()
}

export const writeSubheading = (pen: Pen, title: string): void => {
  pen.room(40)
  pen.write('H3', title, { font: 'bold', size: 12.5, leading: 1.25, after: 3 })
}

export const writeParagraph = (pen: Pen, text: string, style: TextStyle = {}): void => {
  pen.room(pen.heightOf('A', style) * 2)
  pen.write('P', text, { after: 8, ...style })
}

type ListLabels = 'bullet' | 'number' | 'box'

const labelWidth = 16

/** A square to tick with a pen; the label beside it says for screen readers what it is. */
const drawBox = (pen: Pen, y: number, size: number): void =>
  pen.draw(doc => doc.roundedRect(pen.left + 0.5, y, size, size, 1.5).lineWidth(1).stroke(pen.colours.text))

const labelOf = (labels: ListLabels, index: number): string => (labels === 'number' ? `${index + 1}.` : '•')

const writeItem = (pen: Pen, text: string, index: number, labels: ListLabels, style: TextStyle): void => {
  pen.column(pen.left + labelWidth, pen.width - labelWidth, () => pen.room(Math.min(pen.heightOf(text, style), 60)))
  const top = pen.y
  pen.group('LI', () => {
    if (labels === 'box') drawBox(pen, top + 2.5, 9)
    else pen.column(pen.left, labelWidth, () => pen.write('Lbl', labelOf(labels, index), { ...style, colour: pen.colours.muted }))
    pen.y = top
    pen.column(pen.left + labelWidth, pen.width - labelWidth, () => pen.write('LBody', text, { after: 3, ...style }))
  })
}

export const writeList = (pen: Pen, items: readonly string[], labels: ListLabels = 'bullet', style: TextStyle = {}): void => {
  pen.group('L', () => items.forEach((item, index) => writeItem(pen, item, index, labels, style)))
  pen.y += 5
}

/** A label with its text in one line of thought: „Aufwand: 2 Stunden“. */
export const writeFact = (pen: Pen, label: string, text: string): void => writeParagraph(pen, `${label}: ${text}`, { ...small, size: 9.5, colour: pen.colours.text, after: 3 })

export const drawHairline = (pen: Pen): void =>
  pen.draw(doc => doc.moveTo(pen.left, pen.y).lineTo(pen.left + pen.width, pen.y).lineWidth(0.6).stroke(pen.colours.line))

/** The tinted area behind a text; drawn first, since what comes later lies on top. */
export const drawPanel = (pen: Pen, height: number, colour: string): void => pen.draw(doc => doc.roundedRect(pen.left, pen.y, pen.width, height, 5).fill(colour))

export const isNearTop = (pen: Pen): boolean => pen.y <= sheet.top
