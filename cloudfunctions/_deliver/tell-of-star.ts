import type { Role } from '../../contract/roles';
import type { NoticeKind } from '../../domain/notice/kind-names';
import { MS_PER_DAY } from '../../domain/time/local-day';
import { ofBranchText } from '../_kit/of-branch.text';
import { derivedId } from '../_store/derived-id';
import { branches } from '../_store/people/branches';
import type { Member } from '../_store/people/member-document';
import { members } from '../_store/people/members';
import { officersWithoutStake } from '../_store/star/own-matter';
import type { StarMonthDocument } from '../_store/star/star-month-document';
import { deliver } from './deliver';
import type { NoticeContent } from './plan-notice';
import { systemNotice } from './system-notice';

/** News that was not looked at by then is none any more. */
const NEWS_DAYS = 14;

export interface StarMessage {
  /** Star messages that are of the same parts are one and the same. */
  readonly parts: readonly (string | number)[];
  readonly branchId: string;
  readonly title: string;
  readonly body: string | null;
  readonly page: string;
  /** null: some days from now. */
  readonly deadlineAtMs: number | null;
}

interface Call {
  readonly by: { readonly memberId: string | null; readonly name: string };
  readonly requestId: string;
  readonly nowMs: number;
}

export const starMessageId = (parts: StarMessage['parts']): string =>
  derivedId('star-message', ...parts);

/** Where the nominations and the list of a month are seen. */
export const nominationsPage = (branchId: string, month: string): string =>
  `packages/star/nominations/nominations?branchId=${branchId}&month=${month}`;

/** Where what comes after the votes is seen. */
export const outcomePage = (branchId: string, month: string): string =>
  `packages/star/outcome/outcome?branchId=${branchId}&month=${month}`;

export const starContent = (
  kind: NoticeKind,
  { parts, branchId, title, body, page, deadlineAtMs }: StarMessage,
  { by, requestId, nowMs }: Call,
): NoticeContent =>
  systemNotice(kind, by, {
    messageId: starMessageId(parts),
    branchId,
    title,
    body,
    page,
    about: null,
    notBeforeAtMs: null,
    deadlineAtMs: deadlineAtMs ?? nowMs + NEWS_DAYS * MS_PER_DAY,
    lastRequestId: requestId,
  });

/** Once, however often it is called; when the first of them hears of it, null when there is nobody. */
export const tellOfStar = (
  kind: NoticeKind,
  people: readonly Member[],
  message: StarMessage,
  call: Call,
): Promise<number | null> => deliver(starContent(kind, message, call), people, call.nowMs);

/** As tellOfStar, to those whose step it is; where that is the committee office, by the name of the branch. docs/rules.md#R-284 */
export async function tellWhoseStep(
  star: StarMonthDocument,
  offices: readonly Role[],
  message: StarMessage,
  call: Call,
): Promise<void> {
  const people = await officersWithoutStake(star, offices, call.by.memberId);
  const isAbroad = people.some(({ branchId }) => branchId !== star.branchId);
  const branch = isAbroad ? await branches.byId(star.branchId) : null;
  const { title } = message;
  const words = branch === null ? title : ofBranchText(branch.name, title);
  await tellOfStar('star-answered', people, { ...message, title: words }, call);
}

/** As tellOfStar, to those of these people who have not left. */
export async function tellSomeOfStar(
  kind: NoticeKind,
  memberIds: readonly string[],
  message: StarMessage,
  call: Call,
): Promise<number | null> {
  const found = await members.byIds(memberIds);
  const present = found.filter(({ leftDay }) => leftDay === null);
  return tellOfStar(kind, present, message, call);
}

/** As tellOfStar, to everybody of the branch. */
export async function tellBranchOfStar(message: StarMessage, call: Call): Promise<void> {
  await tellOfStar('star-news', await members.ofBranch(message.branchId), message, call);
}
