/** One line per failure, found again by the request id that the phone shows. Never inputs: they may hold choices or names. */
export function logFailure(action: string, requestId: string, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(JSON.stringify({ level: 'error', action, requestId, error: text }));
}

/** A document that a list left out: somebody has to look at it. */
export function logUnfit(unfit: {
  readonly collection: string;
  readonly id: string;
  readonly path: string;
}): void {
  const { collection, id, path } = unfit;
  console.error(JSON.stringify({ level: 'error', action: 'read', collection, id, path }));
}

/** A variable of this environment that is of no use; its value may be a secret. */
export function logUnfitVariable(variable: string, why: string): void {
  console.error(JSON.stringify({ level: 'error', action: 'configure', variable, why }));
}
