import type { InputOf } from '../../../contract/action';
import type { dataAskActions } from '../../../contract/people/data-asks';
import { DATA_ASK_LIMITS } from '../../../domain/people/data-ask';
import { tellOfDataAsk } from '../../_deliver/tell-about-data-ask';
import type { Handler } from '../../_kit/serve';
import { derivedId } from '../../_store/derived-id';
import { auditEntries } from '../../_store/people/audit-entries';
import { dataAskStore, type DataAskDocument } from '../../_store/people/data-asks';
import { toMyAsk } from './shown-ask';

type Given = InputOf<typeof dataAskActions.askAboutData>;

export const askAboutData: Handler<typeof dataAskActions.askAboutData> = async (input, ctx) => {
  const { memberId, name, branchId } = ctx.caller;
  const about = await aboutOf(input.about, memberId);
  if (about === null) return ctx.fail('not-found');
  const nowMs = ctx.nowMs();
  const ask: DataAskDocument = {
    _id: idOf(input, memberId),
    askId: input.askId,
    memberId,
    memberName: name,
    branchId,
    about,
    words: input.words,
    askedAtMs: nowMs,
    state: 'open',
    answer: null,
    lastAtMs: nowMs,
    schemaVersion: 1,
  };
  const before = await dataAskStore.byId(ask._id);
  if (before === null) {
    if ((await dataAskStore.countOpenOf(memberId)) >= DATA_ASK_LIMITS.open) {
      return ctx.fail('too-many-open');
    }
    await dataAskStore.add(ask);
  }
  const stored = before ?? (await dataAskStore.byId(ask._id)) ?? ask;
  if (stored.askId !== input.askId) return ctx.fail('already-asked');
  // Also of a call that was cut off after it was written: it is told once.
  if (stored.answer === null) await tellOfDataAsk(stored, { requestId: ctx.requestId, nowMs });
  return ctx.answer({ ask: toMyAsk(stored) });
};

const idOf = ({ about, askId }: Given, memberId: string): string =>
  about.kind === 'look'
    ? derivedId('data-ask-look', memberId, about.entryId)
    : derivedId('data-ask', memberId, askId);

/** null: no such look of somebody else at what is the caller's. */
async function aboutOf(
  about: Given['about'],
  memberId: string,
): Promise<DataAskDocument['about'] | null> {
  if (about.kind === 'correction') return about;
  const entry = await auditEntries.byId(about.entryId);
  if (entry === null || !entry.memberIds.includes(memberId)) return null;
  const { atMs, by, what } = entry;
  if (by.memberId === memberId) return null;
  return {
    kind: 'look',
    entryId: about.entryId,
    by: { memberId: by.memberId, name: by.name },
    atMs,
    what,
  };
}
