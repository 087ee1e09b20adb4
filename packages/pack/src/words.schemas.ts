import { z } from 'zod'

/** Building blocks of the pack's schemas; each refuses with a German sentence. */

export const short = z.string().trim().min(1).max(300)
export const long = z.string().trim().min(1).max(4_000)

export const slugWord = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Erlaubt sind kleine Buchstaben a–z, Ziffern und Bindestriche, zum Beispiel „neue-mitte“.')

/** Ids of modules, documents, phases, semesters …: letters, digits, dot, dash, underscore. */
export const anyId = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'Eine Kennung besteht aus Buchstaben a–z, Ziffern, Punkt, Binde- und Unterstrich.')

export const version = z
  .string()
  .max(20)
  .regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/, 'Eine Version hat drei Zahlen, zum Beispiel „1.0.0“.')

export const edition = z
  .string()
  .max(20)
  .regex(/^[A-Z]{2,8}-\d{1,3}\.\d{1,3}$/, 'Eine Ausgabe heißt zum Beispiel „DLC-1.0“.')

export const day = z.iso
  .date('Ein Tag wird als „JJJJ-MM-TT“ geschrieben, zum Beispiel „2027-02-03“.')
  .refine(value => value >= '1900-01-01' && value < '2100-01-01', 'Der Tag muss zwischen 1900 und 2099 liegen.')

export const latitude = z.number().min(-90).max(90)
export const longitude = z.number().min(-180).max(180)

export const postcode = z.string().max(5).regex(/^\d{5}$/, 'Eine Postleitzahl hat fünf Ziffern, zum Beispiel „12345“.')

export const ags = z.string().max(8).regex(/^\d{8}$/, 'Der Gemeindeschlüssel (AGS) hat acht Ziffern.')

export const hostName = z
  .string()
  .max(253)
  .regex(
    /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/,
    'Ein Rechnername besteht aus kleinen Buchstaben, Ziffern, Punkten und Bindestrichen, ohne „https://“ und Port.',
  )

export const colour = z
  .string()
  .max(7)
  .regex(/^#[0-9A-Fa-f]{6}$/, 'Eine Farbe hat ein # und sechs Stellen, zum Beispiel „#1A5FB4“.')
  .transform(value => value.toUpperCase())

export const mailAddress = z.email('Das ist keine E-Mail-Adresse. Bitte prüfen Sie die Schreibweise.').max(254)

export const phoneNumber = z
  .string()
  .max(40)
  .regex(/^\+?[0-9][0-9 ()/-]{4,38}$/, 'Eine Telefonnummer besteht aus Ziffern, Leerzeichen, Schrägstrich und Bindestrich.')

export const webAddress = z
  .string()
  .max(300)
  .regex(/^https?:\/\/[^\s"'<>]+$/, 'Eine Web-Adresse beginnt mit https:// oder http://.')
