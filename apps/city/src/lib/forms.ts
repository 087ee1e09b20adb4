import { createSignal } from 'solid-js'
import type { Accessor } from 'solid-js'
import type { FieldProblem } from '@digitallotsen/ui/error-summary.tsx'
import type { Issue } from './problem.ts'

type Values = Record<string, string | boolean>
type Checks<V extends Values> = { [Name in keyof V]?: (value: V[Name], all: V) => string | undefined }

export type Form<V extends Values> = {
  values: Accessor<V>
  set<Name extends keyof V & string>(name: Name, value: V[Name]): void
  errorOf(name: keyof V & string): string | undefined
  problems: Accessor<readonly FieldProblem[]>
  /** True where every field passes; otherwise the problems are set. */
  check(): boolean
  /** Shows what the server refused, at the fields it names. */
  refuse(issues: readonly Issue[], messageOf: (issue: Issue) => string): void
}

const withoutField = (problems: readonly FieldProblem[], name: string) => problems.filter(problem => problem.field !== name)

/** Values, messages and their summary; input stays, and a message goes once its field is changed. */
export const createForm = <V extends Values>(initial: V, checks: Checks<V>): Form<V> => {
  const [values, setValues] = createSignal<V>(initial, { equals: false })
  const [problems, setProblems] = createSignal<readonly FieldProblem[]>([])
  const [shown, setShown] = createSignal<readonly FieldProblem[]>([])
  const show = (list: readonly FieldProblem[]): void => {
    setShown(list)
    setProblems(list)
  }
  return {
    values,
    problems,
    errorOf: name => shown().find(problem => problem.field === name)?.message,
    set: (name, value) => {
      setValues(old => ({ ...old, [name]: value }))
      setShown(list => withoutField(list, name))
    },
    check: () => {
      const all = values()
      const found = Object.keys(all).flatMap(name => {
        const message = checks[name]?.(all[name] as V[string], all)
        return message === undefined ? [] : [{ field: name, message }]
      })
      show(found)
      return found.length === 0
    },
    refuse: (issues, messageOf) => {
      const names = Object.keys(values())
      show(issues.map(issue => ({ field: issue.path.split('.').findLast(part => names.includes(part)) ?? '#main', message: messageOf(issue) })))
    },
  }
}
