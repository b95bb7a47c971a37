import { OFFICERS } from '../../../contract/roles';
import { starNoticeText } from '../../_deliver/star-notices.text';
import { outcomePage, tellBranchOfStar, tellWhoseStep } from '../../_deliver/tell-of-star';
import type { StarMonthDocument } from '../../_store/star/star-month-document';

interface Call {
  readonly by: { readonly memberId: string | null; readonly name: string };
  readonly requestId: string;
  readonly nowMs: number;
}

const pageOf = ({ branchId, month }: StarMonthDocument) => outcomePage(branchId, month);
const namesOf = ({ stars }: StarMonthDocument) => stars.map(({ name }) => name);

/** What the committee has decided; said once for each decision. */
export async function tellOfDecision(star: StarMonthDocument, call: Call): Promise<void> {
  const { branchId, month, decision, publicUntilAtMs } = star;
  const isPublic = publicUntilAtMs !== null;
  await tellBranchOfStar(
    {
      parts: ['decided', branchId, month, decision?.atMs ?? 0],
      branchId,
      title: isPublic
        ? starNoticeText.public(month, namesOf(star))
        : starNoticeText.notAccepted(month),
      body: isPublic
        ? starNoticeText.publicBody(publicUntilAtMs)
        : starNoticeText.notAcceptedBody(decision?.reason ?? ''),
      page: pageOf(star),
      deadlineAtMs: publicUntilAtMs,
    },
    call,
  );
}

export async function tellOfEnd(star: StarMonthDocument, call: Call): Promise<void> {
  const { branchId, month, ended } = star;
  await tellBranchOfStar(
    {
      parts: ['ended', branchId, month],
      branchId,
      title: starNoticeText.notAccepted(month),
      body: starNoticeText.endedBody(ended?.reason ?? ''),
      page: pageOf(star),
      deadlineAtMs: null,
    },
    call,
  );
}

/** Those who may answer it; `part` makes one message another than the last. */
export async function tellOfficers(
  star: StarMonthDocument,
  part: readonly (string | number)[],
  words: { readonly title: string; readonly body: string | null },
  call: Call,
): Promise<void> {
  const { branchId, month } = star;
  const parts = [...part, branchId, month];
  const message = { parts, branchId, ...words, page: pageOf(star), deadlineAtMs: null };
  await tellWhoseStep(star, OFFICERS, message, call);
}

/** Said once for the objection that was right. */
export async function tellOfTakingBack(
  star: StarMonthDocument,
  objectionId: string,
  call: Call,
): Promise<void> {
  const { branchId, month } = star;
  await tellBranchOfStar(
    {
      parts: ['taken-back', branchId, month, objectionId],
      branchId,
      title: starNoticeText.takenBack(month),
      body: starNoticeText.takenBackBody,
      page: pageOf(star),
      deadlineAtMs: null,
    },
    call,
  );
}
