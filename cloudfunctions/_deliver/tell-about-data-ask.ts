import { DATA_ASK_LIMITS } from '../../domain/people/data-ask';
import { MS_PER_DAY } from '../../domain/time/local-day';
import { deliveries } from '../_store/delivery/deliveries';
import { derivedId } from '../_store/derived-id';
import type { DataAskDocument } from '../_store/people/data-asks';
import { members } from '../_store/people/members';
import { answerersOf } from '../_store/people/who-answers';
import { deliver } from './deliver';
import { dataAskNoticeText } from './data-ask-notices.text';
import { withoutStop } from '../../domain/words/without-stop';
import { systemNotice } from './system-notice';

/** An answer that was not looked at by then is no news any more. */
const NEWS_DAYS = 14;

const askedId = (askId: string): string => derivedId('data-asked', askId);

/** Tells who may answer it, once. docs/rules.md#R-144 */
export async function tellOfDataAsk(
  ask: DataAskDocument,
  { requestId, nowMs }: { readonly requestId: string; readonly nowMs: number },
): Promise<void> {
  const { _id, memberId, memberName, branchId, about, words, askedAtMs } = ask;
  const content = systemNotice(
    'data-asked',
    { memberId, name: memberName },
    {
      messageId: askedId(_id),
      branchId,
      title: dataAskNoticeText.asked(memberName, about.kind),
      body: dataAskNoticeText.askedBody(withoutStop(words)),
      page: `packages/branch-office/data-asks/data-asks?branchId=${branchId}`,
      about: null,
      notBeforeAtMs: null,
      deadlineAtMs: askedAtMs + DATA_ASK_LIMITS.days * MS_PER_DAY,
      lastRequestId: requestId,
    },
  );
  await deliver(content, await answerersOf(ask), nowMs);
}

/** Nobody has to answer it any more. */
export async function takeDataAskBack({ _id }: DataAskDocument, nowMs: number): Promise<void> {
  await deliveries.cancelEach([askedId(_id)], nowMs);
}

/** Tells whoever asked, once; nobody where they have left. docs/rules.md#R-145 */
export async function tellOfDataAnswer(
  { _id, memberId, branchId, about, answer }: DataAskDocument,
  nowMs: number,
): Promise<void> {
  const member = await members.byId(memberId);
  if (answer === null || member === null || member.leftDay !== null) return;
  const { by, outcome, words, requestId } = answer;
  const content = systemNotice('data-answered', by, {
    messageId: derivedId('data-answered', _id),
    branchId,
    title: dataAskNoticeText.answered(about.kind, outcome),
    body: dataAskNoticeText.answeredBody(by.name, words),
    page: 'packages/me/asks/asks',
    about: null,
    notBeforeAtMs: null,
    deadlineAtMs: nowMs + NEWS_DAYS * MS_PER_DAY,
    lastRequestId: requestId,
  });
  await deliver(content, [member], nowMs);
}
