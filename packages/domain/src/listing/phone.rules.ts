/** A German number in the form the world dials, "+49232312345"; what begins with + or 00 keeps its own country. Undefined where no number is left. */
export const internationalPhone = (number: string): string | undefined => {
  const given = number.replace(/\(0\)/g, '').replace(/[^\d+]/g, '')
  const digits = given.replace(/\D/g, '')
  if (digits.length < 5) return undefined
  if (given.startsWith('+')) return `+${digits}`
  if (digits.startsWith('00')) return digits.length < 7 ? undefined : `+${digits.slice(2)}`
  return digits.startsWith('0') ? `+49${digits.slice(1)}` : undefined
}
