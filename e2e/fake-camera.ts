import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { qrPicture } from '@chung-tay/documents/qr-picture'
import { type Browser, chromium } from '@playwright/test'
import sharp from 'sharp'
import config from '../playwright.config.ts'

const size = { width: 640, height: 480 }

/** A slip of paper held before the camera: the code in the middle of a grey table. */
const frameOf = async (text: string): Promise<Buffer> => {
  const { png } = await qrPicture(text, 32)
  return sharp({ create: { ...size, channels: 3, background: '#777' } })
    .composite([{ input: Buffer.from(png) }])
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** A browser whose camera sees these codes one after the other, some seconds each, over and over. */
export const browserThatSees = async (codes: readonly string[], allowed = true): Promise<Browser> => {
  const file = join(await mkdtemp(join(tmpdir(), 'chung-tay-camera-')), 'camera.mjpeg')
  const frames = await Promise.all(codes.map(frameOf))
  await writeFile(file, Buffer.concat(frames.flatMap((frame) => Array.from({ length: 90 }, () => frame))))
  const { args = [], ...launch } = config.use?.launchOptions ?? {}
  const camera = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`]
  return chromium.launch({ ...launch, args: [...args, ...camera, allowed ? '--use-fake-ui-for-media-stream' : '--deny-permission-prompts'] })
}
