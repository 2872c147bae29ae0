/** Where the web host takes web sockets. */
export const rpcPath = '/rpc'

/**
 * The longest message a host takes, in bytes. A note's limit is MAX_NOTE_CHARS UTF-16 units, up to three bytes each, and an
 * import brings a whole case; what is longer is refused by closing the line before it fills the memory. Own choice.
 */
export const MAX_MESSAGE_BYTES = 64 * 1024 * 1024
