import { z } from 'zod'

// The content policy forbids making code out of text, which the library would otherwise try with each schema. Loaded before any schema.
z.config({ jitless: true })
