/** A step through an XML text: an element opens (and closes at once), closes, or text stands there. Names lose the prefix of `namespaces`. */
export type XmlStep =
  | { type: 'open'; name: string; attributes: Readonly<Record<string, string>>; closed: boolean }
  | { type: 'close'; name: string }
  | { type: 'text'; text: string }

const steps =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|</g
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (all, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return name ? (entities[name] ?? all) : code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })

const attributesIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(attribute)].map(([, name = '', double, single]) => [name.replace(/^.*:/, ''), decoded(double ?? single ?? '')]),
  )

/** The prefix under which one of the namespaces is written here; undefined where none is. */
const prefixOf = (xml: string, namespaces: readonly string[]): string | undefined => {
  for (const [, prefix, double, single] of xml.slice(0, 20_000).matchAll(/\sxmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (namespaces.includes(double ?? single ?? '')) return prefix === undefined ? '' : `${prefix}:`
  }
  return undefined
}

/**
 * Walks through an XML text without building a tree. Nothing is fetched, and only the five entities of XML are known.
 * @param namespaces names in one of them come bare, all others with a prefix: `p`, `mc:Fallback`
 * @throws RangeError for what is no XML, has a DOCTYPE, or is of none of these namespaces
 */
export function* stepsOf(xml: string, namespaces: readonly string[]): Generator<XmlStep> {
  const prefix = prefixOf(xml, namespaces)
  if (prefix === undefined) throw new RangeError('another namespace')
  const bare = (name: string) => (prefix === '' ? name : name.startsWith(prefix) ? name.slice(prefix.length) : `:${name}`)
  for (const [all, cdata, closing, name, attributes = '', closed, text] of xml.replace(/^\uFEFF/, '').matchAll(steps)) {
    if (all === '<') throw new RangeError('no XML')
    if (name !== undefined) {
      if (closing === '/') yield { type: 'close', name: bare(name) }
      else yield { type: 'open', name: bare(name), attributes: attributesIn(attributes), closed: closed === '/' }
    } else if (text !== undefined) yield { type: 'text', text: decoded(text) }
    else if (cdata !== undefined) yield { type: 'text', text: cdata }
  }
}
