/** One mistake in one file: where it stands and, in a German sentence, what is wrong and what to do. */
export interface Fault {
  /** Path inside the pack, e.g. `places.yaml`; files of the framework start with `framework/`. */
  file: string
  /** Dotted path inside the file, e.g. `districts[2].id`; empty for the file as a whole. */
  path: string
  /** Line in the file, from 1. */
  line: number
  message: string
}

export type PathPart = string | number

/** The path as people read it: `districts[2].id`; refuses nothing. */
export const pathText = (path: readonly PathPart[]): string =>
  path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${part}` : part), '')

/** The fault as one line of a report: `file:line path – message`. */
export const faultText = (fault: Fault): string =>
  `${fault.file}:${fault.line}${fault.path ? ` ${fault.path}` : ''} – ${fault.message}`
