/** A sheet shows everything: what is folded away on the screen is opened for it, where the browser cannot do so by style. */
export const printPage = (): void => {
  const closed = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')]
  for (const one of closed) one.open = true
  window.addEventListener('afterprint', () => closed.forEach(one => (one.open = false)), { once: true })
  window.print()
}
