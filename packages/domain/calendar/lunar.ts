import { addDays, type IsoDate } from '../dates.ts'

const synodicMonth = 29.530588861
const minutes = 1 / 1440
/** Terrestrial less universal time in these decades, in days; a minute more or less moves no month. */
const clockDrift = 1.2 * minutes

const degrees = (angle: number) => (angle * Math.PI) / 180
const sin = (angle: number) => Math.sin(degrees(angle))

/** The instant of the new moon number `k` from January 2000 on, as a Julian day of universal time (Meeus, Astronomical Algorithms, chapter 49). */
const newMoon = (k: number): number => {
  const t = k / 1236.85
  const mean = 2451550.09766 + synodicMonth * k + 0.00015437 * t * t
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t * t
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t * t
  const e = 1 - 0.002516 * t - 0.0000074 * t * t
  const periodic =
    -0.4072 * sin(moon) +
    0.17241 * e * sin(sun) +
    0.01608 * sin(2 * moon) +
    0.01039 * sin(2 * latitude) +
    0.00739 * e * sin(moon - sun) -
    0.00514 * e * sin(moon + sun) +
    0.00208 * e * e * sin(2 * sun) -
    0.00111 * sin(moon - 2 * latitude) -
    0.00057 * sin(moon + 2 * latitude) +
    0.00056 * e * sin(2 * moon + sun) -
    0.00042 * sin(3 * moon) +
    0.00042 * e * sin(sun + 2 * latitude) +
    0.00038 * e * sin(sun - 2 * latitude) -
    0.00024 * e * sin(2 * moon - sun)
  return mean + periodic - clockDrift
}

/** The sun's apparent longitude in degrees at a Julian day, to a hundredth (Meeus, chapter 25). */
const sunLongitude = (julianDay: number): number => {
  const t = (julianDay + clockDrift - 2451545) / 36525
  const mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t
  const anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t * t
  const centre = (1.914602 - 0.004817 * t) * sin(anomaly) + (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
  return (((mean + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t)) % 360) + 360) % 360
}

/** Days are counted by the number of the Julian day that begins at their noon. */
const dayNumberOf = (day: IsoDate) => 2440588 + Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
const dayOf = (dayNumber: number): IsoDate => addDays('1970-01-01', dayNumber - 2440588)

const calendarOf = (zone: number) => {
  const monthStart = (k: number) => Math.floor(newMoon(k) + 0.5 + zone / 24)
  /** Which twelfth of its way the sun is in when the day begins there. */
  const sign = (dayNumber: number) => Math.floor(sunLongitude(dayNumber - 0.5 - zone / 24) / 30)
  /** The number of the new moon that begins the eleventh month: the one with the winter solstice in it. */
  const eleventh = (year: number): number => {
    const k = Math.floor((dayNumberOf(`${year}-12-31`) - 2451550) / synodicMonth)
    const last = monthStart(k + 1) <= dayNumberOf(`${year}-12-31`) ? k + 1 : k
    return sign(monthStart(last)) >= 9 ? last - 1 : last
  }
  return { monthStart, sign, eleventh }
}

/**
 * The day of a lunar date, months 1 to 10 and never the leap one. The Vietnamese calendar is reckoned for UTC+7;
 * the Chinese one for UTC+8, which is why Tết may fall on another day there.
 */
export const lunarDay = (year: number, month: number, day: number, zone = 7): IsoDate => {
  const { monthStart, sign, eleventh } = calendarOf(zone)
  const [first, next] = [eleventh(year - 1), eleventh(year)]
  let at = first + month + 1
  if (next - first === 13) {
    const leap = Array.from({ length: 12 }, (_, index) => first + index + 1).find((k) => sign(monthStart(k)) === sign(monthStart(k + 1)))
    if (leap !== undefined && at >= leap) at += 1
  }
  return dayOf(monthStart(at) + day - 1)
}
