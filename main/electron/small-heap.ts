// First of all that the core's process loads. A young heap that doubles as it fills grows to tens of megabytes while the
// program and the fonts of PDF are loaded, and is never given back. Held small, the core stays under its budget of 150 MB
// (153 to 138 MB in tests/bench), and its calls, which make little garbage, take no longer.
import { setFlagsFromString } from 'node:v8'

setFlagsFromString('--semi-space-growth-factor=1')
