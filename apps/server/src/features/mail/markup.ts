const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** HTML that `html` has made, and nobody else can. */
export class Markup {
  readonly #source: string
  constructor(strings: TemplateStringsArray, values: readonly MarkupValue[]) {
    this.#source = String.raw({ raw: strings }, ...values.map(toSource))
  }
  toString(): string {
    return this.#source
  }
}

export type MarkupValue = string | number | Markup | readonly Markup[]

const toSource = (value: MarkupValue): string => {
  if (value instanceof Markup) return value.toString()
  if (typeof value === 'object') return value.join('')
  return String(value).replace(/[&<>"']/g, sign => signs[sign] ?? '')
}

/** Whatever is put in is escaped unless it is markup itself, so that nothing can be forgotten; attributes stand in double quotes. */
export const html = (strings: TemplateStringsArray, ...values: MarkupValue[]): Markup => new Markup(strings, values)
