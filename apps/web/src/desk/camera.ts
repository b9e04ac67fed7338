import { readGiftCode } from '@chung-tay/domain/gifts/code'
import { loadReader, type Reader } from './reader.ts'

/** Why there is no picture: not over https, not allowed, no camera, or taken by another program. */
export type CameraTrouble = 'insecure' | 'refused' | 'missing' | 'busy'

export const troubleOf = (error: unknown): CameraTrouble => {
  if (!navigator.mediaDevices) return 'insecure'
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'busy'
}

const wanted = { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } }
/** Pixels of the square that is looked at: fine enough for the small codes of the signing list, and a few milliseconds on a phone. */
const side = 560
/** A code that is still before the camera is not read again. */
const same = 2_000

export type Camera = { stream: MediaStream; torch: ((on: boolean) => Promise<void>) | null; stop: () => void }

/** Opens the camera at the back, as a picture without sound. Rejects as the browser says; see `troubleOf`. */
export const openCamera = async (): Promise<Camera> => {
  if (!navigator.mediaDevices) throw new Error('No camera without https')
  const stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false })
  const [track] = stream.getVideoTracks()
  const { torch = false } = (track?.getCapabilities?.() ?? {}) as { torch?: boolean }
  return {
    stream,
    torch: torch ? async (on) => track?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] }) : null,
    stop: () => {
      for (const one of stream.getTracks()) one.stop()
    },
  }
}

const pictureOf = (video: HTMLVideoElement, canvas: HTMLCanvasElement): HTMLCanvasElement | null => {
  const room = Math.min(video.videoWidth, video.videoHeight)
  const context = room > 0 ? canvas.getContext('2d', { willReadFrequently: true }) : null
  if (!context) return null
  const [left, top] = [(video.videoWidth - room) / 2, (video.videoHeight - room) / 2]
  context.drawImage(video, left, top, room, room, 0, 0, side, side)
  return canvas
}

/** Looks at the middle of each new picture until it is ended; tells each gift code once while it is in sight, and of other codes nothing. */
export const watch = (video: HTMLVideoElement, isPaused: () => boolean, onCode: (code: string) => void): (() => void) => {
  const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side })
  let seen = { code: '', at: Number.NEGATIVE_INFINITY }
  let ended = false
  const look = async (reader: Reader) => {
    const picture = pictureOf(video, canvas)
    const found = picture ? await reader.detect(picture).catch(() => []) : []
    const code = found.map(({ rawValue }) => readGiftCode(rawValue)).find((one) => one !== null)
    if (code === undefined || ended) return
    const now = performance.now()
    const fresh = code !== seen.code || now - seen.at > same
    // What the next parent holds up while a family is still open waits for its turn.
    if (fresh && isPaused()) return
    seen = { code, at: now }
    if (fresh) onCode(code)
  }
  const run = async () => {
    const reader = await loadReader()
    while (!ended) {
      await new Promise(requestAnimationFrame)
      await look(reader)
    }
  }
  void run()
  return () => {
    ended = true
  }
}

/** A short tone and a nudge: the eye need not leave the parent. */
export const signal = (): void => {
  navigator.vibrate?.(40)
  try {
    const audio = new AudioContext()
    const gain = new GainNode(audio, { gain: 0.06 })
    const tone = new OscillatorNode(audio, { frequency: 880 })
    tone.connect(gain).connect(audio.destination)
    tone.onended = () => void audio.close()
    tone.start()
    tone.stop(audio.currentTime + 0.07)
  } catch {
    // A device without sound still shows the family.
  }
}
