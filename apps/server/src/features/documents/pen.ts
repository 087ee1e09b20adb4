import PdfKit from 'pdfkit'
import type { DocumentColours } from './documents.types.ts'
import { getFonts, printable, type FontName } from './fonts.ts'

/** Millimetres would not save a rule here: pdfkit counts in points, 72 to an inch; A4 is 595 × 842. */
export const sheet = { width: 595.28, height: 841.89, left: 56, right: 56, top: 70, bottom: 74 } as const
export const contentWidth = sheet.width - sheet.left - sheet.right

export type TextStyle = {
  font?: FontName
  size?: number
  /** Line height as a multiple of the size. */
  leading?: number
  colour?: string
  align?: 'left' | 'right' | 'center'
  /** Room below. */
  after?: number
}

type Tag = 'H1' | 'H2' | 'H3' | 'P' | 'Lbl' | 'LBody' | 'TH' | 'TD' | 'Caption'
type Group = 'Sect' | 'L' | 'LI' | 'Table' | 'THead' | 'TBody' | 'TR' | 'Div'
type Struct = ReturnType<PDFKit.PDFDocument['struct']>

export type PenOptions = { title: string; subject: string; author: string; lang: string; madeAt: Date; colours: DocumentColours }

/**
 * Writes a tagged A4 document from top to bottom. Whatever is written stands in the structure tree under the group that is open,
 * whatever is only drawn is an artifact: there is no third way, so nothing can be left untagged.
 */
export class Pen {
  readonly colours: DocumentColours
  readonly #doc: PDFKit.PDFDocument
  readonly #groups: Struct[]
  left: number = sheet.left
  width: number = contentWidth
  y: number = sheet.top
  #measuring = false
  #pinned: number | undefined

  constructor({ title, subject, author, lang, madeAt, colours }: PenOptions) {
    this.colours = colours
    this.#doc = new PdfKit({
      size: 'A4',
      margins: { left: sheet.left, right: sheet.right, top: sheet.top, bottom: sheet.bottom },
      pdfVersion: '1.7',
      tagged: true,
      lang,
      displayTitle: true,
      bufferPages: true,
      autoFirstPage: false,
      info: { Title: printable(title), Subject: printable(subject), Author: printable(author), Creator: 'Digitallotsen', CreationDate: madeAt },
    })
    const { data } = getFonts()
    this.#doc.registerFont('regular', data.regular).registerFont('bold', data.bold)
    this.#doc.addPage()
    const root = this.#doc.struct('Document', { title: printable(title), lang })
    this.#doc.addStructure(root)
    this.#groups = [root]
  }

  get bottom(): number {
    return sheet.height - sheet.bottom
  }

  /** Begins a new page where less than this height is left. */
  room(height: number): void {
    if (!this.#measuring && this.y !== this.#pinned && this.y + height > this.bottom) this.newPage()
  }

  /** What comes next stays with what stands here, whatever room it asks for. */
  pin(): void {
    if (!this.#measuring) this.#pinned = this.y
  }

  /** Writes all of it on one page where one page can hold it. */
  together(write: () => void): void {
    const height = this.#measure(write)
    if (height <= this.bottom - sheet.top) this.room(height)
    write()
  }

  newPage(): void {
    this.#doc.addPage()
    this.y = sheet.top
  }

  /** Everything written inside belongs to one element of the structure tree. */
  group(kind: Group, write: () => void): void {
    if (this.#measuring) return write()
    const element = this.#doc.struct(kind)
    this.#open().add(element)
    this.#groups.push(element)
    write()
    this.#groups.pop()
    element.end()
  }

  /** Writes a text into the present column and moves below it; long ones go on over the page. A mark in the margin is part of the text. */
  write(tag: Tag, text: string, style: TextStyle = {}, { margin, ...options }: { scope?: 'Column' | 'Row'; margin?: { text: string; at: number; style: TextStyle } } = {}): void {
    if (this.#measuring) {
      this.y += this.heightOf(text, style)
      return
    }
    this.#element(tag, options, () => {
      if (margin) {
        this.#style(margin.style)
        this.#doc.text(`${printable(margin.text)} `, margin.at, this.y - 5, { lineBreak: false })
      }
      this.#style(style)
      this.#doc.text(printable(text), this.left, this.y, this.#textOptions(style))
    })
    this.y = this.#doc.y + (style.after ?? 0)
  }

  /** The height that this text will take in the present column, room below included. */
  heightOf(text: string, style: TextStyle = {}): number {
    this.#style(style)
    return this.#doc.heightOfString(printable(text), this.#textOptions(style)) + (style.after ?? 0)
  }

  widthOf(text: string, style: TextStyle = {}): number {
    this.#style(style)
    return this.#doc.widthOfString(printable(text))
  }

  /** Writes in a column of its own; afterwards the column is as before, and the place below stays. */
  column(left: number, width: number, write: () => void): void {
    const before = { left: this.left, width: this.width }
    Object.assign(this, { left, width })
    write()
    Object.assign(this, before)
  }

  /** Lines, areas and repeated words: seen, not read out. */
  draw(draw: (doc: PDFKit.PDFDocument) => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    if (this.#measuring) return
    this.#doc.markContent('Artifact', { type })
    this.#doc.save()
    draw(this.#doc)
    this.#doc.restore()
    this.#doc.endMarkedContent()
  }

  /** A picture with words that stand for it. */
  figure(alt: string, box: { x: number; y: number; width: number; height: number }, draw: (doc: PDFKit.PDFDocument) => void): void {
    if (this.#measuring) return
    const bbox: [number, number, number, number] = [box.x, box.y, box.x + box.width, box.y + box.height]
    this.#element('Figure', { alt: printable(alt), bbox }, () => {
      this.#doc.save()
      draw(this.#doc)
      this.#doc.restore()
    })
  }

  /** Once all is written: the same frame on every page, then the whole file. */
  async finish(frame: (doc: PDFKit.PDFDocument, page: number, pages: number) => void): Promise<Buffer> {
    for (const group of this.#groups.toReversed()) group.end()
    const { count } = this.#doc.bufferedPageRange()
    for (let index = 0; index < count; index++) {
      this.#doc.switchToPage(index)
      // Below the margin pdfkit would begin a new page for every line.
      Object.assign(this.#doc.page.margins, { top: 0, bottom: 0 })
      this.draw(doc => frame(doc, index + 1, count), 'Pagination')
    }
    const chunks: Buffer[] = []
    const done = new Promise<Buffer>((resolve, reject) => {
      this.#doc.on('data', (chunk: Buffer) => chunks.push(chunk))
      this.#doc.on('end', () => resolve(Buffer.concat(chunks)))
      this.#doc.on('error', reject)
    })
    this.#doc.end()
    return done
  }

  #measure(write: () => void): number {
    if (this.#measuring) return 0
    const { y } = this
    this.#measuring = true
    write()
    this.#measuring = false
    const height = this.y - y
    this.y = y
    return height
  }

  #open(): Struct {
    const open = this.#groups.at(-1)
    if (!open) throw new Error('The document is finished.')
    return open
  }

  #element(tag: string, options: PDFKit.Mixins.StructureElementOptions, write: () => void): void {
    const element = this.#doc.struct(tag, options, write)
    this.#open().add(element)
    element.end()
  }

  #style({ font = 'regular', size = 10.5, colour = this.colours.text }: TextStyle): void {
    this.#doc.font(font).fontSize(size).fillColor(colour)
  }

  #textOptions({ size = 10.5, leading = 1.35, align = 'left' }: TextStyle): PDFKit.Mixins.TextOptions {
    return { width: this.width, align, lineGap: size * leading - this.#doc.currentLineHeight(true) }
  }
}
