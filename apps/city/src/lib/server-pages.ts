const ours = /^(\/[a-z]{2})?\/(check|website-check|anmelden|mein-betrieb|konto|buero|lotse)(\/|$)/

/** True for the addresses that this client draws itself; all others are the server's. */
export const isOurPage = (pathname: string): boolean => ours.test(pathname)

/** Marks links that leave the client before the router sees the click, so that the browser loads them. */
export const letServerPagesLoad = (page: Document): void => {
  page.addEventListener(
    'click',
    event => {
      const link = event.composedPath().find(node => node instanceof HTMLAnchorElement)
      if (link?.href && !isOurPage(new URL(link.href).pathname)) link.relList.add('external')
    },
    { capture: true },
  )
}
