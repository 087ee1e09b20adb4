import { renderToString } from 'solid-js/web'
import type { JSX } from 'solid-js'

/** The complete HTML of a page; no hydration marks, since no script takes it up. */
export const renderDocument = (page: () => JSX.Element): string => `<!doctype html>${renderToString(page)}`
