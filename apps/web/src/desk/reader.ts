import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'

/** Finds QR codes in a picture. */
export type Reader = { detect: (picture: CanvasImageSource) => Promise<{ rawValue: string }[]> }
type Native = { new (options: { formats: string[] }): Reader; getSupportedFormats: () => Promise<string[]> }

const formats = ['qr_code']

const native = async (): Promise<Reader | null> => {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: Native }
  if (!BarcodeDetector) return null
  const known = await BarcodeDetector.getSupportedFormats().catch((): string[] => [])
  return known.includes('qr_code') ? new BarcodeDetector({ formats }) : null
}

/** The browser's own reader, where it has one; else ours, whose program comes from our server or from what the desk keeps on the device. */
export const loadReader = async (): Promise<Reader> => {
  const own = await native()
  if (own) return own
  const { BarcodeDetector, prepareZXingModule } = await import('barcode-detector/ponyfill')
  prepareZXingModule({ overrides: { locateFile: (path: string, folder: string) => (path.endsWith('.wasm') ? wasm : folder + path) } })
  return new BarcodeDetector({ formats: ['qr_code'] }) as Reader
}
