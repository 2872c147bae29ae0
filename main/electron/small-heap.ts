// The first module that the core's process loads. By default the young generation doubles as it fills: it grows to tens of
// megabytes while the program and the PDF fonts load, and never shrinks again. Kept small, it holds the core under its
// budget of 150 MB (138 instead of 153 MB in tests/bench), and calls, which allocate little, are no slower.
import { setFlagsFromString } from 'node:v8'

setFlagsFromString('--semi-space-growth-factor=1')
