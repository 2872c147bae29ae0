// zod tries `new Function` to compile its checks; our content security policy refuses that and would report it each time.
// To be imported before any schema is made.
import { z } from 'zod'

z.config({ jitless: true })
