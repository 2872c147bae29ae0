// As long as `expect.poll` waits (vitest.config.ts): how soon something is drawn is no part of any test.
import { configure } from '@testing-library/react'

configure({ asyncUtilTimeout: 10_000 })
