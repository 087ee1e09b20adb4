import type { Component, JSX } from 'solid-js'

/** The first link of a page: jumps to the main content, seen only when focused. */
export const SkipLink: Component<{ children: JSX.Element; href?: string | undefined }> = (props) => (
  <a class="skip" href={props.href ?? '#main'}>
    {props.children}
  </a>
)
