// zod tries `new Function` to compile its checks, which our content security policy refuses and would report each time.
// Must be imported before any schema is created.
import { z } from 'zod'

z.config({ jitless: true })
