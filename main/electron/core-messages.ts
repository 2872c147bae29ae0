import { z } from 'zod'
import { policyReadingSchema } from '../../shared/policy/read.ts'

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const channel = z.int().min(0)
const id = z.int().min(0)

/** Messages from main to the core's process. */
export const toCoreSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('start'),
    dataDir: z.string(),
    templatesDir: z.string(),
    policies: policyReadingSchema,
    keychain: z.strictObject({ usable: z.boolean(), backend: z.string() }),
  }),
  /** A new connection to a page. A utility process receives a port with it; a child process is sent `data` messages. */
  z.strictObject({ type: z.literal('connect'), channel }),
  z.strictObject({ type: z.literal('data'), channel, data: z.union([z.string(), bytes]) }),
  z.strictObject({ type: z.literal('disconnect'), channel }),
  z.strictObject({
    type: z.literal('keychain-answer'),
    id,
    value: bytes.optional(),
    detail: z.string().optional(),
    /** Whether the keychain is locked or does not answer, rather than refuses this value. */
    unavailable: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('close') }),
])
export type ToCore = z.infer<typeof toCoreSchema>

/** Messages from the core's process to main. */
export const fromCoreSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('data'), channel, data: z.union([z.string(), bytes]) }),
  /** Only main can use the system's keychain, so the core asks main to wrap or unwrap an archive's key. */
  z.strictObject({
    type: z.literal('keychain-ask'),
    id,
    operation: z.enum(['wrap', 'unwrap']),
    value: bytes,
  }),
])
export type FromCore = z.infer<typeof fromCoreSchema>
