/** A signature is drawn in this box, whatever the size of the screen it was written on. */
export const signatureBox = { width: 600, height: 200 } as const
/** Characters that a signature may take. */
export const longestSignature = 20_000

type Point = { x: number; y: number }

const form = /^\d{1,3},\d{1,3}(?: \d{1,3},\d{1,3})*(?:;\d{1,3},\d{1,3}(?: \d{1,3},\d{1,3})*)*$/

const strokesOf = (text: string): Point[][] =>
  text.split(';').map((stroke) =>
    stroke.split(' ').map((point) => {
      const [x = 0, y = 0] = point.split(',').map(Number)
      return { x, y }
    }),
  )

/** Lines of points within the box, `10,20 12,24;300,80`, and nothing else: it is drawn into pages and papers. */
export const isSignature = (text: string): boolean =>
  text.length <= longestSignature &&
  form.test(text) &&
  strokesOf(text).every((stroke) => stroke.every(({ x, y }) => x <= signatureBox.width && y <= signatureBox.height))

const far = (one: Point, other: Point, least: number) => Math.hypot(one.x - other.x, one.y - other.y) >= least

const thinned = (stroke: readonly Point[], least: number): Point[] => {
  const kept: Point[] = []
  for (const [at, point] of stroke.entries()) {
    const last = kept.at(-1)
    if (last === undefined || far(last, point, least) || (at === stroke.length - 1 && far(last, point, 1))) kept.push(point)
  }
  return kept
}

/** What a finger drew on a field of this size, small: points that lie close are left out, more of them the longer it is. Null when nothing was drawn. */
export const signatureOf = (strokes: readonly (readonly Point[])[], size: { width: number; height: number }): string | null => {
  const { width, height } = signatureBox
  const scale = Math.min(width / size.width, height / size.height)
  const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)))
  const placed = strokes.map((stroke) => stroke.map(({ x, y }) => ({ x: within(x * scale, width), y: within(y * scale, height) })))
  const drawn = placed.filter((stroke) => stroke.length > 0)
  if (drawn.length === 0) return null
  for (let least = 3; ; least *= 2) {
    const text = drawn
      .map((stroke) =>
        thinned(stroke, least)
          .map(({ x, y }) => `${x},${y}`)
          .join(' '),
      )
      .join(';')
    if (text.length <= longestSignature) return text
    if (least > width) return text.slice(0, text.lastIndexOf(';', longestSignature))
  }
}

const curve = ([start, ...rest]: readonly Point[]): string => {
  if (start === undefined) return ''
  if (rest.length === 0) return `M${start.x} ${start.y}h0`
  const middles = rest.slice(0, -1).map((point, at) => {
    const next = rest[at + 1] ?? point
    return `Q${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`
  })
  const last = rest.at(-1) ?? start
  return `M${start.x} ${start.y}${middles.join('')}L${last.x} ${last.y}`
}

/** The path of an SVG with the box as its view: curves through the middles of the points. */
export const signaturePath = (text: string): string => strokesOf(text).map(curve).join('')
