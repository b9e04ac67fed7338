import { describe, expect, test } from 'vitest'
import { toDocx } from './docx.ts'
import { documentKinds } from './model.ts'
import { docxParts, docxTexts, mainPart, packed, paragraphs, pdfPages, sectionsOf } from './opened.ts'
import { toPdf } from './pdf.ts'
import { sampleDocuments, samplePapers } from './samples.ts'

const sources = { ...sampleDocuments, ...samplePapers }

test('there is a sample of every kind', () => {
  expect(new Set(Object.values(sampleDocuments).map(({ kind }) => kind))).toEqual(new Set(Object.keys(documentKinds)))
})

describe.each(Object.entries(sources))('%s', async (_, source) => {
  const word = await toDocx(source)
  const pages = await pdfPages(await toPdf(source))

  test('as .docx: A4, margins 20/15/20/30 mm, black Times New Roman between 11 and 16 points', () => {
    for (const section of sectionsOf(word)) {
      expect(section).toMatch(/<w:pgSz w:w="(?:11906" w:h="16838"|16838" w:h="11906" w:orient="landscape")/)
      expect(section).toContain('<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567"')
      expect(section).toContain('<w:titlePg/>')
      expect(section).toContain('<w:pgNumType w:start="1"/>')
    }
    expect(docxParts(word)['word/styles.xml']).toContain('w:hAnsi="Times New Roman"')
    expect(mainPart(word)).not.toMatch(/<w:rFonts|<w:color/)
    const written = paragraphs(mainPart(word)).filter(({ text }) => text !== '')
    const sizes = written.flatMap(({ xml }) => [...xml.matchAll(/<w:sz w:val="(\d+)"/g)].map(([, size]) => Number(size) / 2))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(16)
  })

  test('as .docx: every table as wide as its page, rows whole, heads repeated', () => {
    const tables = mainPart(word).match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []
    for (const table of tables) {
      const grid = /<w:tblGrid>(.*?)<\/w:tblGrid>/s.exec(table)?.[1] ?? ''
      const width = [...grid.matchAll(/w:w="(\d+)"/g)].reduce((sum, [, column]) => sum + Number(column), 0)
      expect([9352, 9353, 9354, 14284, 14285, 14286]).toContain(width)
      expect(table.match(/<w:cantSplit\/>/g)?.length).toBe(table.match(/<w:tr>/g)?.length)
      if (table.includes('w:val="single" w:color="000000" w:sz="4"')) expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    }
  })

  test('as .pdf: the same words in the same order', () => {
    const numbers = (text: string, y: number, height: number) => y > height - 50 && /^\d+$/.test(text)
    const repeated = new Set<string>()
    const written = pages.map(({ height, texts }) => texts.filter(({ text, y }) => !numbers(text, y, height)).map(({ text }) => text))
    const all = docxTexts(word)
    // Heads of tables come again on later pages, which the Word file leaves to Word.
    for (const text of written.flat()) if (packed(all).includes(packed([text]))) repeated.add(text)
    expect(repeated.size).toBe(new Set(written.flat()).size)
    expect(packed(written[0] ?? []).length).toBeGreaterThan(200)
  })

  test('as .pdf: A4 with nothing beyond the margins but the page number', () => {
    for (const { width, height, texts } of pages) {
      expect([width, height].toSorted().map(Math.round)).toEqual([595, 842])
      for (const { text, x, y, width: length } of texts.filter((found) => found.text.trim() !== '')) {
        if (/^\d+$/.test(text) && y > height - 57) continue
        expect(x, text).toBeGreaterThanOrEqual(85)
        expect(x + length, text).toBeLessThanOrEqual(width - 42)
        expect(y, text).toBeGreaterThanOrEqual(56)
        expect(y, text).toBeLessThanOrEqual(height - 56)
      }
    }
  })
})
