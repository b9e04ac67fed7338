import type { Properties } from '../layout/paper.ts'
import { printable } from '../layout/printable.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => printable(text).replace(/[&<>]/g, (character) => escapes[character] ?? '')

const timestamp = (name: string, day: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`

/** Written here because the library knows no language and stamps the current time, which would make every download another file. */
export const coreProperties = ({ title, creator, issuedOn }: Properties): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator><dc:language>vi-VN</dc:language>`,
    issuedOn.length === 10 ? timestamp('created', issuedOn) + timestamp('modified', issuedOn) : '',
    '</cp:coreProperties>',
  ].join('')
