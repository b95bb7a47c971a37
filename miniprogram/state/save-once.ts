import { mayBeStored } from '../api/may-be-lost';
import { isAlike } from './is-alike';

/** What the phone knows of what the server has of a form. */
export interface Known<Draft> {
  /** The one that stands there; 0: none. */
  readonly revision: number;
  /** What was sent and not answered: nobody knows whether it is stored. */
  readonly unanswered: Draft | null;
}

export type Written =
  | { readonly ok: true; readonly output: { readonly revision: number } }
  | { readonly ok: false; readonly code: string };

/**
 * Saves a draft, once however often it is tried. What got no answer the last time is sent first, the very
 * same, and what is written now follows it: nobody is told that somebody else has changed what they wrote
 * themselves. `know` hears what is to be kept with what stands on the page by then.
 */
export async function saveOnce<Draft extends object, Result extends Written>(
  { revision: begun, unanswered }: Known<Draft>,
  draft: Draft,
  write: (revision: number, draft: Draft) => Promise<Result>,
  know: (known: Known<Draft>) => void,
): Promise<Result> {
  let revision = begun;
  const send = async (written: Draft) => {
    // The app may end before the answer is there.
    know({ revision, unanswered: written });
    const result = await write(revision, written);
    if (result.ok) revision = result.output.revision;
    const isUnknown = !result.ok && mayBeStored(result.code);
    know({ revision, unanswered: isUnknown ? written : null });
    return { result, isUnknown };
  };
  if (unanswered === null) return (await send(draft)).result;
  const { result, isUnknown } = await send(unanswered);
  return isUnknown || isAlike(unanswered, draft) ? result : (await send(draft)).result;
}
