import { readFile, readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Fault } from './fault.ts'

/** A pack's folder as a table: relative path with slashes → text, or base64 for PNG and WebP. Uploads and disks look the same. */
export type Folder = Record<string, string>

const textEndings = ['.yaml', '.md', '.geojson', '.svg']
const binaryEndings = ['.png', '.webp']
const maxFiles = 400
const maxBytes = 8 * 1024 * 1024

/** Reads the files of a folder that a pack may consist of, and the names of all others with an empty text.
 *  Refuses a folder that is missing, or larger than 400 files or 8 MB; links are not followed. */
export const readFolder = async (directory: string): Promise<Folder> => {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile() && !entry.name.startsWith('.')).map(entry => join(entry.parentPath, entry.name))
  if (files.length > maxFiles) throw new Error(`${directory}: mehr als ${maxFiles} Dateien`)
  const folder: Folder = {}
  let bytes = 0
  for (const file of files.sort()) {
    const content = await readContent(file)
    bytes += content.length
    if (bytes > maxBytes) throw new Error(`${directory}: mehr als ${maxBytes / 1024 / 1024} MB`)
    folder[relative(directory, file).split(sep).join('/')] = content
  }
  return folder
}

const readContent = async (file: string): Promise<string> => {
  if (textEndings.some(ending => file.endsWith(ending))) return readFile(file, 'utf8')
  if (binaryEndings.some(ending => file.endsWith(ending))) return readFile(file, 'base64')
  return ''
}

/** The text of a file of the folder, if it is there. */
export const findFile = (folder: Folder, file: string): string | undefined => (Object.hasOwn(folder, file) ? folder[file] : undefined)

/** What is wrong with a table of files before any of them is read: too many, too large together, or not text. */
export const folderFaults = (folder: Folder, prefix = ''): Fault[] => {
  const files = Object.entries(folder)
  const whole = (message: string): Fault[] => [{ file: prefix, path: '', line: 1, message }]
  if (files.length > maxFiles) return whole(`Das sind mehr als ${maxFiles} Dateien. Bitte löschen Sie, was nicht gebraucht wird.`)
  if (files.reduce((sum, [, text]) => sum + text.length, 0) > maxBytes) return whole(`Die Dateien sind zusammen größer als ${maxBytes / 1024 / 1024} MB. Bitte verkleinern Sie sie.`)
  return files.flatMap(([file, text]) => (isStorable(text) ? [] : [{ file: prefix + file, path: '', line: 1, message: 'Die Datei enthält Zeichen, die kein Text sind. Bitte speichern Sie sie als UTF-8.' }]))
}

/** PostgreSQL stores neither U+0000 nor half a character. */
const isStorable = (text: string) => text.isWellFormed() && !text.includes('\0')
