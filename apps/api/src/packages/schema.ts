import { figuresPackage } from '@chung-tay/contracts/figures-package'
import { z } from 'zod'

/** The published form of a package (JSON Schema 2020-12), for agencies that run other software. */
export const packageSchema = (): string => {
  const title = 'Gói số liệu kết quả Tháng hành động vì trẻ em (figures package, version 1)'
  return `${JSON.stringify({ title, ...z.toJSONSchema(figuresPackage, { io: 'input' }) }, null, 2)}\n`
}
