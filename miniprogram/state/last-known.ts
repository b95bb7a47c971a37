import type { Shown } from './shown';

/**
 * What a page knew last. A sheet that is open speaks of that, also while the page shows that it could not
 * be read anew: what is pressed on it goes to the server, which says what came of it.
 */
export const lastKnown = <T>(before: T | undefined, state: Shown<T>): T | undefined =>
  state.kind === 'known' ? state.output : before;
