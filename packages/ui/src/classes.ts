/** Joins the class names that are set; refuses nothing, drops empty ones. */
export function classes(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
