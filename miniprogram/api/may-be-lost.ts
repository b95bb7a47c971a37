/** Whether it may have been done although no answer came: the same is asked again with the same request id. */
export function mayBeLost(code: string): boolean {
  return code === 'offline' || code === 'timeout' || code === 'no-reply';
}
