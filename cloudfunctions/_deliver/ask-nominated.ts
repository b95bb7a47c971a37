import { deliveries } from '../_store/delivery/deliveries';
import type { Member } from '../_store/people/member-document';
import { members } from '../_store/people/members';
import { readRotas, type Rotas } from '../_store/people/organisation';
import { nominations, type NominationDocument } from '../_store/star/nominations';
import type { StarMonthDocument } from '../_store/star/star-month-document';
import { starMonths } from '../_store/star/star-months';
import { writeEdition } from './new-edition';
import { planNotice } from './plan-notice';
import { starNoticeText } from './star-notices.text';
import {
  nominationsPage,
  starContent,
  starMessageId,
  tellOfStar,
  type StarMessage,
} from './tell-of-star';

interface Call {
  readonly requestId: string;
  readonly nowMs: number;
}

/** Of a nomination that its nominated was asked about in these words. */
const askParts = ({ _id, revision }: Asked) => ['nominated', _id, revision] as const;
type Asked = Pick<NominationDocument, '_id' | 'revision'>;

/** Asks the nominated, who is `person`, until the term; when they hear of it. docs/rules.md#R-156 */
export const askNominated = (
  nomination: NominationDocument,
  person: Member,
  untilAtMs: number,
  call: Call,
) =>
  tellOfStar(
    'star-nominated',
    [person],
    messageOf(nomination, untilAtMs, starNoticeText.nominatedBody),
    { ...call, by: askingOf(nomination) },
  );

/** Nobody is asked about these any more. */
export const takeAsksBack = (asked: readonly Asked[], nowMs: number): Promise<void> =>
  deliveries.cancelEach(
    asked.map((each) => starMessageId(askParts(each))),
    nowMs,
  );

/**
 * Brings all that is still asked in a month to its term as it stands now, once however often it is called:
 * whoever is asked, and whoever may answer again, is asked anew until then. docs/rules.md#R-349
 */
export async function letAsksFollow(
  { branchId, month, plan }: Pick<StarMonthDocument, 'branchId' | 'month' | 'plan'>,
  call: Call,
): Promise<void> {
  const untilAtMs = plan.nominationsUntilAtMs;
  const waiting = await nominations.waitingIn(branchId, month);
  if (waiting.length === 0) return;
  const [people, rotas] = await Promise.all([
    members.byIds(waiting.map(({ memberId }) => memberId)),
    readRotas(),
  ]);
  for (const nomination of waiting) {
    const person = people.find(({ _id }) => _id === nomination.memberId);
    if (person !== undefined && person.leftDay === null) {
      await askAnew(nomination, person, untilAtMs, rotas, call);
    }
  }
  const [now, still] = await Promise.all([
    starMonths.of(branchId, month),
    nominations.waitingIn(branchId, month),
  ]);
  // Answered, moved once more or over, while they were asked.
  await takeAsksBack(
    waiting.filter((each) => !still.some(isSameAsk(each))),
    call.nowMs,
  );
  if (now?.state !== 'preparing') await takeAsksBack(still, call.nowMs);
  else if (now.plan.nominationsUntilAtMs !== untilAtMs) await letAsksFollow(now, call);
}

const isSameAsk =
  ({ _id, revision }: Asked) =>
  (other: Asked): boolean =>
    other._id === _id && other.revision === revision;

async function askAnew(
  nomination: NominationDocument,
  person: Member,
  untilAtMs: number,
  rotas: Pick<Rotas, 'scheduleOf'>,
  call: Call,
): Promise<void> {
  const messageId = starMessageId(askParts(nomination));
  const editions = await deliveries.ofMessage(messageId);
  const [newest] = editions;
  const major = newest?.major ?? 0;
  if (newest?.deadlineAtMs === untilAtMs) {
    await deliveries.supersede(messageId, major);
    return;
  }
  // Who has moved can say no only, which no answer says too: they are asked no second time. docs/rules.md#R-324
  const isOpen = newest !== undefined && newest.deadlineAtMs > call.nowMs;
  if (person.branchId !== nomination.branchId && !isOpen) return;
  const body = newest === undefined ? starNoticeText.nominatedBody : starNoticeText.movedBody;
  const message = messageOf(nomination, untilAtMs, body);
  const asked = starContent('star-nominated', message, { ...call, by: askingOf(nomination) });
  const content = { ...asked, major: major + 1 };
  const { documents } = await planNotice(content, [person], rotas, call.nowMs);
  const before = editions.filter((edition) => edition.major === major);
  const isFirst = await writeEdition(before, documents, call.nowMs);
  // Somebody else has moved the term at the same time: theirs stands there now.
  if (!isFirst) await askAnew(nomination, person, untilAtMs, rotas, call);
  else await deliveries.supersede(messageId, major + 1);
}

function messageOf(
  nomination: NominationDocument,
  untilAtMs: number,
  bodyOf: (deeds: string, untilAtMs: number) => string,
): StarMessage {
  const { branchId, month, isNamed, deeds, by } = nomination;
  return {
    parts: askParts(nomination),
    branchId,
    title: starNoticeText.nominated(isNamed ? by.name : null, month),
    body: bodyOf(deeds, untilAtMs),
    page: nominationsPage(branchId, month),
    deadlineAtMs: untilAtMs,
  };
}

/** Who wants not to be named is not named as the author either. docs/rules.md#R-280 */
const askingOf = ({ isNamed, by }: NominationDocument) =>
  isNamed ? by : { memberId: null, name: starNoticeText.unnamed };
