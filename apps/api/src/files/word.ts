import type { PaperParagraph } from '@chung-tay/domain/campaigns/plan-reader/paper'
import { DomainError } from '@chung-tay/domain/errors'
import { counterOf, readNumbering } from './word-numbering.ts'
import { readParagraphs } from './word-paragraphs.ts'
import { readStyles } from './word-styles.ts'
import { stepsOf } from './xml.ts'
import { entriesOf, unpacked, type ZipEntry } from './zip.ts'

/** A plan has a few pages: what is longer is no plan. */
const most = { part: 8 * 1024 * 1024, entries: 2_000, paragraphs: 3_000 }

const words = ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main']
const relations = ['http://schemas.openxmlformats.org/package/2006/relationships']

export type WordProblem = 'broken' | 'encrypted' | 'tooLarge' | 'notWord' | 'empty'
const refuse = (problem: WordProblem): DomainError => new DomainError('IMPORT_UNREADABLE', { problem })

const partsIn = (bytes: Buffer): Map<string, ZipEntry> => {
  const parts = new Map<string, ZipEntry>()
  for (const entry of entriesOf(bytes)) {
    if (entry.encrypted) throw refuse('encrypted')
    if (parts.size >= most.entries) throw refuse('tooLarge')
    parts.set(entry.name, entry)
  }
  return parts
}

const textOf = (entry: ZipEntry | undefined): string | null => {
  if (!entry) return null
  try {
    return unpacked(entry, most.part).toString('utf8')
  } catch (error) {
    throw refuse(error instanceof RangeError ? 'tooLarge' : 'broken')
  }
}

/** Where the relations of a part point to, by the last word of their type. */
const targetsIn = (text: string | null, folder: string): Map<string, string> => {
  const targets = new Map<string, string>()
  for (const step of text === null ? [] : stepsOf(text, relations)) {
    if (step.type !== 'open' || step.name !== 'Relationship' || step.attributes.TargetMode === 'External') continue
    const { Type = '', Target = '' } = step.attributes
    targets.set(Type.replace(/^.*\//, ''), Target.startsWith('/') ? Target.slice(1) : `${folder}${Target}`)
  }
  return targets
}

const read = (bytes: Buffer): PaperParagraph[] => {
  const parts = partsIn(bytes)
  const partAt = (name: string | undefined) => (name === undefined ? null : textOf(parts.get(name)))
  const main = targetsIn(partAt('_rels/.rels'), '').get('officeDocument')
  const text = partAt(main)
  if (main === undefined || text === null) throw refuse('notWord')
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const related = targetsIn(partAt(`${folder}_rels/${main.slice(folder.length)}.rels`), folder)
  const numbering = partAt(related.get('numbering'))
  const styles = partAt(related.get('styles'))
  return readParagraphs(stepsOf(text, words), {
    styles: readStyles(styles === null ? [] : stepsOf(styles, words)),
    numeralOf: counterOf(readNumbering(numbering === null ? [] : stepsOf(numbering, words))),
    most: most.paragraphs,
  })
}

/**
 * The paragraphs of a .docx as they are seen, with the numerals that Word counts by itself; deleted and hidden text stays out.
 * @throws DomainError IMPORT_UNREADABLE with { problem }
 */
export const readWord = (bytes: Buffer): PaperParagraph[] => {
  let paragraphs: PaperParagraph[]
  try {
    paragraphs = read(bytes)
  } catch (error) {
    throw error instanceof DomainError ? error : refuse('broken')
  }
  if (paragraphs.length > most.paragraphs) throw refuse('tooLarge')
  if (paragraphs.every(({ text }) => text.trim() === '')) throw refuse('empty')
  return paragraphs
}
