declare namespace PDFKit.Mixins {
  /** What pdfkit 0.20 takes and its types do not say. */
  interface StructureElementOptions {
    scope?: 'Column' | 'Row'
    /** Left, top, right, bottom, from the page's upper left corner. */
    bbox?: [number, number, number, number]
  }
}
