import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

// The paragraph that ends a section, as high as a line of text, would carry an empty page behind a full one.
const sectionEnd = /<w:p><w:pPr><w:sectPr/g
const flatSectionEnd = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr><w:sectPr'

/** The library's file with flat ends of sections, and without the time it was packed at: the same document is the same file to the byte. */
export const sealed = (file: Uint8Array): Uint8Array => {
  const parts = Object.entries(unzipSync(file)).map(([path, bytes]): [string, Uint8Array] =>
    path === 'word/document.xml' ? [path, strToU8(strFromU8(bytes).replace(sectionEnd, flatSectionEnd))] : [path, bytes],
  )
  return zipSync(Object.fromEntries(parts), { mtime: new Date(1980, 0, 1) })
}
