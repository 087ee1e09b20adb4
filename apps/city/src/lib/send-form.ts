/** A photo travels as a form, beside tRPC. A refusal comes back in the shape every other one has. */
export const sendForm = async (path: string, fields: Readonly<Record<string, string>>, photo: Blob): Promise<void> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('photo', photo, 'photo.jpg')
  const response = await fetch(path, { method: 'POST', body: form })
  if (response.ok) return
  const data: unknown = await response.json().catch(() => undefined)
  throw Object.assign(new Error('The photo was refused.'), { data })
}
