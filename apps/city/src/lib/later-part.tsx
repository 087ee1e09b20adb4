import { Suspense, lazy } from 'solid-js'
import type { Component, JSX } from 'solid-js'

const wrap = <Props extends object>(Part: Component<Props>): Component<Props> => props => (<Suspense>{(<Part {...props} />) as JSX.Element}</Suspense>)

/** A part that most visits of a page do not need: loaded when it is first shown. */
export const createLaterPart = <Props extends object>(load: () => Promise<Component<Props>>): Component<Props> => wrap(lazy(async () => ({ default: await load() })))

/** A part below the first screen: loaded beside what the page asks the server for, so that neither waits for the other. */
export const createSoonPart = <Props extends object>(load: () => Promise<Component<Props>>): Component<Props> => {
  const loading = load()
  loading.catch(() => undefined)
  return createLaterPart(() => loading)
}
