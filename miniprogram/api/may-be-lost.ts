/** Whether it may have been done although no answer came: the same is asked again with the same request id. */
export function mayBeLost(code: string): boolean {
  return code === 'offline' || code === 'timeout' || code === 'no-reply';
}

/**
 * Whether what was sent may be stored although its answer does not say so: it is sent first the next time,
 * the very same, before what is written since.
 */
export function mayBeStored(code: string): boolean {
  return mayBeLost(code) || code === 'internal' || code === 'unreadable-reply';
}
