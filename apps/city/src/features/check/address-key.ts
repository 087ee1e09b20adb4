import { useLocation, useNavigate } from '@solidjs/router'

const pattern = /^#k=([\w-]{16,128})$/

/** The key that a link for another device carries behind `#k=`, which browsers never send to a server. */
export const findKey = (hash: string): string | undefined => pattern.exec(hash)?.[1]

/** Takes the key out of the address bar, and so out of the history and of screenshots. */
export const useAddressKey = (): string | undefined => {
  const location = useLocation()
  const navigate = useNavigate()
  const key = findKey(location.hash)
  if (key) navigate(location.pathname + location.search, { replace: true, resolve: false, scroll: false })
  return key
}
