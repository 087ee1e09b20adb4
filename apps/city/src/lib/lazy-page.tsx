import { lazy } from 'solid-js'
import type { ParentComponent } from 'solid-js'
import type { TextArea, TextShelf } from './texts.tsx'

/** Pages that are loaded when they are first needed, from modules with named exports, together with the texts they name. */
export const createLazyPages =
  (texts: TextShelf) =>
  (load: () => Promise<ParentComponent>, ...areas: TextArea[]) =>
    lazy(async () => {
      const [page] = await Promise.all([load(), ...areas.map(texts.load)])
      return { default: page }
    })
