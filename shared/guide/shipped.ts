import vagval from '../../templates/guide/vagval.json' with { type: 'json' }
import { type Guide, guideSchema } from './guide.ts'

/** The way to the templates that ship. */
export const shippedGuide: Guide = guideSchema.parse(vagval)
