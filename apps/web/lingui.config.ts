import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

export default defineConfig({
  sourceLocale: 'vi',
  locales: ['vi', 'en'],
  catalogs: [{ path: 'src/locales/{locale}', include: ['src'] }],
  // A line that moved is no change of a message.
  format: formatter({ lineNumbers: false }),
})
