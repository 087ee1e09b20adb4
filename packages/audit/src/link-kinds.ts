import type { Link } from './page-view.ts'

/** The words by which German sites call the pages that matter here; matched against a link's text and its decoded path. */
export const linkWords = {
  imprint: /impressum|imprint\b|anbieterkennzeichnung|legal[ _-]?notice/i,
  privacy: /daten-?schutz|privacy|dsgvo/i,
  withdrawalFunction: /vertrag\s+(?:hier\s+|jetzt\s+|online\s+)?widerrufen|widerruf\s+(?:jetzt\s+)?erklären|vertrag-widerrufen|widerruf-erkl(?:ae|ä)ren/i,
  withdrawal: /widerruf/i,
  terms: /\bagbs?\b|\ba\.\s?g\.\s?b\.|(?:geschäfts|geschaefts|verkaufs)bed(?:ingungen|\.)/i,
  shipping: /versand|lieferung|\bliefer(?:n\b|-|\s|bedingung|kosten|zeit|information|info|gebiet)|\bporto\b|\bshipping\b/i,
  payment: /zahlung|zahl(?:art|weise|möglich|moeglich)|bezahl(?:ung|art|weise|method|möglich|moeglich)|\bbezahlen|(?<!\bin\s)\bzahlen\b(?!\s(?:und|&|\+)\sfakten)|\bpayment/i,
  contact: /kontakt|contact|(?:ö|oe)ffnungszeit|anfahrt|so finden sie|besuchen sie uns|\bunser laden\b|\bstandort|lageplan/i,
  shop: /\bshop\b|onlineshop|\bprodukte?\b|sortiment|\bartikel\b|warenangebot/i,
  accessibility: /barrierefreiheit|accessibility/i,
} as const

export type LinkKind = keyof typeof linkWords

/** True where a link's words or its address call it one of this kind. Addresses of other services ("mailto:", "tel:") never do. */
export const isLinkOfKind = (link: Link, kind: LinkKind): boolean => {
  if (link.url && !/^https?:$/.test(link.url.protocol)) return false
  return linkWords[kind].test(link.name) || linkWords[kind].test(pathWords(link.href))
}

const pathWords = (href: string): string => {
  const text = href.replace(/^https?:\/\/[^/?#]{0,300}/i, '')
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
