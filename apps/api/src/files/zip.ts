import { inflateRawSync } from 'node:zlib'

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50

export type ZipEntry = { name: string; encrypted: boolean; method: number; packed: Buffer }

/** The parts of a zip by its central directory, which office programs go by too. @throws RangeError for what is no whole zip */
export function* entriesOf(bytes: Buffer): Generator<ZipEntry> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || bytes.readUInt32LE(end) !== endOfDirectory) throw new RangeError('no directory')
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  for (let number = 0; number < count; number++) {
    if (bytes.readUInt32LE(at) !== directoryEntry) throw new RangeError('broken directory')
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const nameLength = bytes.readUInt16LE(at + 28)
    yield {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.subarray(start, start + bytes.readUInt32LE(at + 20)),
    }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
}

/** What a part really unpacks to, whatever the zip says of it. @throws RangeError beyond `longest` bytes */
export const unpacked = ({ method, packed }: ZipEntry, longest: number): Buffer => {
  const bytes = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: longest })
  if (bytes.length > longest) throw new RangeError('too large')
  return bytes
}
