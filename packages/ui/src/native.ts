import type { JSX } from 'solid-js'

/** Attributes a native element may get from outside: never a style or a class, which are ours. */
export type Native<Attributes> = Omit<Attributes, 'style' | 'class' | 'classList' | 'children' | 'ref' | 'onClick'>

export type HeadingLevel = 1 | 2 | 3 | 4

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'accent'

export type ClickHandler = (event: MouseEvent) => void

export type Content = JSX.Element
