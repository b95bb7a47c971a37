import { MOST_TOLD_AT_ONCE, tellInPerson } from '../../../../contract/notice/sending';
import { call, type Result } from '../../../api/client';

type Failure = Extract<Result<typeof tellInPerson>, { readonly ok: false }>;

export interface Marked {
  /** Of these people, whom it is entered for. */
  readonly memberIds: readonly string[];
  /** What stopped it; undefined: it is entered for all of them. */
  readonly failure: Failure | undefined;
}

/** Enters that these people were told, however many they are; what is entered stays where a later part fails. */
export async function markTold(messageId: string, memberIds: readonly string[]): Promise<Marked> {
  for (let from = 0; from < memberIds.length; from += MOST_TOLD_AT_ONCE) {
    const part = memberIds.slice(from, from + MOST_TOLD_AT_ONCE);
    const result = await call(tellInPerson, { messageId, memberIds: part });
    if (!result.ok) return { memberIds: memberIds.slice(0, from), failure: result };
  }
  return { memberIds, failure: undefined };
}
