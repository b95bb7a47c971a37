import type { InputOf } from '../../../contract/action';
import type { raiseSuggestion as action } from '../../../contract/content/raising';
import { replyDueAtMs } from '../../../domain/content/suggestion/decide-on-suggestion';
import { SUGGESTION_LIMITS } from '../../../domain/content/suggestion/suggestion';
import { MS_PER_MINUTE } from '../../../domain/time/local-day';
import { CHECK_MINUTES } from '../../../domain/words/check-state';
import { suggestionNoticeText } from '../../_deliver/suggestion-notices.text';
import { whomItRings } from '../../_deliver/ringing';
import { ringUrgent, tellNobodyRang } from '../../_deliver/tell-of-ringing';
import { askOffice, tellMember } from '../../_deliver/tell-of-suggestion';
import type { Handler } from '../../_kit/serve';
import { standingFields, type SuggestionDocument } from '../../_store/content/suggestion-document';
import { answerersIn, committee } from '../../_store/content/suggestion-office';
import { suggestions } from '../../_store/content/suggestions';
import { checkFields, type StoredPicture } from '../../_store/picture/checked-pictures';
import { pickedPictures } from '../../_store/picture/picked-pictures';
import type { Member } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { organisationOnHotPath, type Organisation } from '../../_store/people/organisation';
import { rungOf } from './to-suggestion';

type Input = InputOf<typeof action>;

/** Written once, and told once, however often it is called. */
export const raiseSuggestion: Handler<typeof action> = async (input, ctx) => {
  const { suggestionId } = input;
  const { memberId } = ctx.caller;
  const nowMs = ctx.nowMs();
  if (input.isUrgent && input.type !== 'hazard') return ctx.fail('bad-input', { path: 'isUrgent' });
  const known = await suggestions.byId(suggestionId);
  if (known !== null && known.ownerId !== memberId) {
    return ctx.fail('bad-input', { path: 'suggestionId' });
  }
  if (known !== null) return again(known);

  if ((await suggestions.countOwedTo(memberId)) >= SUGGESTION_LIMITS.open) {
    return ctx.fail('too-many-open');
  }
  const { openId, newId } = ctx;
  const owner = { folder: 'suggestions', hasSmall: false, memberId, openId, newId } as const;
  let given = input.pictures ?? [];
  let picked = await pickedPictures(given, [], owner);
  // No picture holds up what is urgent. docs/rules.md#R-311
  while (input.isUrgent && (picked.kind === 'too-large' || picked.kind === 'missing')) {
    const { at } = picked;
    given = given.filter((_, each) => each !== at);
    picked = await pickedPictures(given, [], owner);
  }
  if (picked.kind === 'missing' || picked.kind === 'too-large') {
    return ctx.fail(`picture-${picked.kind}`, { number: picked.at + 1 });
  }
  if (picked.kind !== 'picked') return ctx.fail('bad-input', { path: `pictures.${picked.at}` });
  const people = await members.ofBranch(ctx.caller.branchId);
  const organisation = await organisationOnHotPath(people);
  const suggestion = await begin(input, picked.pictures, ctx.caller, people, organisation, nowMs);
  if (await suggestions.insertIfAbsent(suggestion)) return ctx.answer(await told(suggestion));
  // The same call came twice at once.
  const first = await suggestions.byId(suggestionId);
  if (first?.ownerId !== memberId) return ctx.fail('bad-input', { path: 'suggestionId' });
  return again(first);

  /** Other words are another suggestion; what was raised stands. */
  async function again(raised: SuggestionDocument) {
    if (!isAlike(raised, input)) return ctx.fail('written-before');
    return ctx.answer(await told(raised));
  }

  /** Also of a call that was cut off after it was written. */
  async function told(raised: SuggestionDocument) {
    const call = { requestId: ctx.requestId, nowMs };
    const sent = input.pictures?.length ?? 0;
    if (raised.owedBy !== '') {
      await tellOfRaised(raised, call);
      await tellOfPicturesLeft(raised, sent - picturesOf(raised).length, call);
    }
    const { raisedAtMs, dueAtMs } = raised;
    const lacking = lackingIn(input, picturesOf(raised));
    return {
      raisedAtMs,
      dueAtMs,
      ...rungOf(raised, nowMs),
      ...(lacking > 0 && { lacking }),
    };
  }
};

const picturesOf = ({ pictured }: SuggestionDocument): readonly StoredPicture[] =>
  pictured?.pictures ?? [];

/** So many of those that the member has meant are not there. docs/rules.md#R-311 */
const lackingIn = (
  { pictures = [], notThere = 0 }: Input,
  there: readonly StoredPicture[],
): number => Math.max(0, pictures.length + notThere - there.length);

/** An urgent one goes with what pictures are there: which they are may differ from call to call. */
function isAlike(raised: SuggestionDocument, input: Input): boolean {
  const idsOf = (pictures: readonly { readonly pictureId: string }[] = []) =>
    pictures.map(({ pictureId }) => pictureId).join(' ');
  return (
    raised.title === input.title &&
    raised.text === input.text &&
    raised.type === input.type &&
    raised.topic === input.topic &&
    raised.isUrgent === input.isUrgent &&
    (raised.to ?? input.to) === input.to &&
    (input.isUrgent || idsOf(raised.pictured?.pictures) === idsOf(input.pictures))
  );
}

async function begin(
  input: Input,
  pictures: readonly StoredPicture[],
  { memberId, name, branchId }: { memberId: string; name: string; branchId: string },
  people: readonly Member[],
  organisation: Organisation,
  nowMs: number,
): Promise<SuggestionDocument> {
  const { suggestionId, to, type, topic, title, text, isUrgent } = input;
  const lacking = lackingIn(input, pictures);
  const others = people.filter(({ _id }) => _id !== memberId);
  const hasSecretary = others.some(({ roles }) => roles.includes('secretary'));
  const branchName = organisation.branchName(branchId);
  // Where nobody in the branch could answer, the committee office does.
  const { office, officeName } =
    to === 'branch' && hasSecretary ? { office: branchId, officeName: branchName } : committee;
  const step = { memberId, name };
  return {
    _id: suggestionId,
    ownerId: memberId,
    ownerName: name,
    branchId,
    branchName,
    type,
    topic,
    title,
    text,
    ...(pictures.length > 0 && {
      pictured: { ...checkFields(pictures, nowMs + CHECK_MINUTES * MS_PER_MINUTE), verdicts: 0 },
    }),
    ...(lacking > 0 && { lacking }),
    isUrgent,
    to,
    ...(isUrgent ? await ringing() : { rang: [] }),
    ...standingFields('received', office),
    officeName,
    offices: [office],
    dueAtMs: replyDueAtMs(nowMs),
    raisedAtMs: nowMs,
    changedAtMs: nowMs,
    steps: [
      {
        stepId: suggestionId,
        kind: 'raise',
        by: step,
        officeName: '',
        atMs: nowMs,
        text: null,
        promisedAtMs: null,
      },
    ],
    revision: 0,
    schemaVersion: 1,
  };

  async function ringing() {
    const called = await whomItRings(memberId, people, organisation, nowMs);
    const isSomebody = called.rang.length > 0;
    return { ...called, ringing: { round: 0, sinceAtMs: isSomebody ? nowMs : null } };
  }
}

async function tellOfRaised(
  raised: SuggestionDocument,
  call: { readonly requestId: string; readonly nowMs: number },
): Promise<void> {
  const { office, ownerId, ownerName, title, rang, notRung = [] } = raised;
  if (raised.isUrgent && (raised.ringing?.round ?? 0) === 0) {
    const called = [...rang, ...notRung].map(({ memberId }) => memberId);
    await ringUrgent(raised, 0, await members.byIds(called), call);
    if (rang.length === 0) await tellNobodyRang(raised, call);
  }
  const by = { memberId: ownerId, name: ownerName };
  const words = {
    title: suggestionNoticeText.raised(ownerName, title),
    body: suggestionNoticeText.raisedBody,
  };
  const [{ stepId } = { stepId: raised._id }] = raised.steps;
  await askOffice(raised, stepId, await answerersIn(office, ownerId), by, words, call);
}

/** Of what the phone has put into storage, and counts as gone along; what is not there it knows itself. */
async function tellOfPicturesLeft(
  raised: SuggestionDocument,
  count: number,
  call: { readonly requestId: string; readonly nowMs: number },
): Promise<void> {
  if (count <= 0) return;
  const by = { memberId: null, name: suggestionNoticeText.train };
  const words = {
    title: suggestionNoticeText.picturesLeft(raised.title),
    body: suggestionNoticeText.picturesLeftBody(count),
  };
  await tellMember(raised, 'pictures-left', 'suggestion-news', by, words, call);
}
