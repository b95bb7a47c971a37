import { MS_PER_DAY, MS_PER_MINUTE } from '../../domain/time/local-day';
import type { NoticeKind } from '../../domain/notice/kind-names';
import { withoutStop } from '../../domain/words/without-stop';
import { ofBranchText } from '../_kit/of-branch.text';
import { deliveries } from '../_store/delivery/deliveries';
import { derivedId } from '../_store/derived-id';
import { branches } from '../_store/people/branches';
import type { Member } from '../_store/people/member-document';
import { members } from '../_store/people/members';
import { readRotas, type Rotas } from '../_store/people/organisation';
import type { AssessmentDocument } from '../_store/star/assessments';
import type { SheetDocument, StoredAppeal, StoredMark } from '../_store/star/sheet-document';
import { deliver } from './deliver';
import { releasePeople } from './release-people';
import { sheetNoticeText } from './sheet-notices.text';
import { systemNotice } from './system-notice';

/** What is told of a sheet is no news any more after it. */
const NEWS_DAYS = 14;

interface Author {
  readonly memberId: string | null;
  readonly name: string;
}

interface Told {
  readonly messageId: string;
  readonly branchId: string;
  readonly title: string;
  readonly body: string;
  readonly page: string;
  readonly deadlineAtMs: number;
}

interface Call {
  readonly requestId: string;
  readonly nowMs: number;
}

const CLOCK: Author = { memberId: null, name: sheetNoticeText.clock };
const ownPage = (month: string) => `packages/star/sheet/sheet?month=${month}`;
const listPage = (branchId: string, month: string) =>
  `packages/star-office/sheets/sheets?branchId=${branchId}&month=${month}`;
const openId = (branchId: string, month: string) => derivedId('sheet-open', branchId, month);
/** 23:59 of the last day: 0:00 of the next one would be read as a day more. */
const lastMinute = (untilMs: number) => untilMs - MS_PER_MINUTE;

/** Tells everybody who is assessed that their sheet is open, and those who mark; once. docs/rules.md#R-197 */
export async function tellOfOpening(
  { branchId, month, terms }: AssessmentDocument,
  assessed: readonly Member[],
  markers: readonly Member[],
  rotas: Pick<Rotas, 'scheduleOf'>,
  nowMs: number,
): Promise<void> {
  const call = { requestId: '', nowMs };
  if (nowMs < lastMinute(terms.summaryUntilMs)) {
    const own = {
      messageId: openId(branchId, month),
      branchId,
      title: sheetNoticeText.open(month),
      body: sheetNoticeText.openBody(terms.summaryUntilMs),
      page: ownPage(month),
      deadlineAtMs: lastMinute(terms.summaryUntilMs),
    };
    await tell('sheet-open', CLOCK, own, assessed, rotas, call);
  }
  if (nowMs < lastMinute(terms.marksUntilMs)) {
    const office = {
      messageId: derivedId('sheets-to-mark', branchId, month),
      branchId,
      title: sheetNoticeText.toMark(month),
      body: sheetNoticeText.toMarkBody(terms.marksUntilMs),
      page: listPage(branchId, month),
      deadlineAtMs: lastMinute(terms.marksUntilMs),
    };
    await tell('sheet-office', CLOCK, office, markers, rotas, call);
  }
}

/** One's own words are handed in: nobody asks for them any more. */
export async function takeOpeningBack({ branchId, month, memberId }: SheetDocument): Promise<void> {
  const documents = await deliveries.ofMessage(openId(branchId, month));
  for (const document of documents) {
    if (document.memberIds.includes(memberId)) await releasePeople(document, [memberId]);
  }
}

/** Tells the owner that an item has lost something, and why; when they hear of it. */
export function tellOfMark(
  sheet: SheetDocument,
  mark: StoredMark,
  itemName: string,
  call: Call,
): Promise<number | null> {
  const { month, terms } = sheet;
  const title = sheetNoticeText.lowered(month, itemName);
  const body = sheetNoticeText.loweredBody(withoutStop(mark.reason ?? ''), terms.appealsUntilMs);
  return tellOwner(
    sheet,
    mark.by ?? CLOCK,
    ['sheet-mark', sheet._id, mark.markId],
    title,
    body,
    call,
  );
}

/** Tells the owner that all of it is marked and settled. */
export function tellOfSettling(sheet: SheetDocument, by: Author, call: Call) {
  const title = sheetNoticeText.marked(sheet.month);
  const body = sheetNoticeText.markedBody(sheet.terms.appealsUntilMs);
  return tellOwner(sheet, by, ['sheet-settled', sheet._id], title, body, call);
}

/** Tells the owner what became of their appeal. */
export function tellOfAnswer(
  sheet: SheetDocument,
  { appealId, answer }: StoredAppeal,
  itemName: string,
  isRestored: boolean,
  call: Call,
): Promise<number | null> {
  const id = ['appeal-answered', sheet._id, appealId];
  if (answer?.by === undefined || answer.by === null) {
    const title = sheetNoticeText.unanswered(itemName);
    const body = sheetNoticeText.unansweredBody(isRestored);
    return tellOwner(sheet, CLOCK, id, title, body, call);
  }
  const title = sheetNoticeText.answered(itemName, isRestored);
  const body = sheetNoticeText.answeredBody(withoutStop(answer.reason ?? ''));
  return tellOwner(sheet, answer.by, id, title, body, call);
}

/** Tells who can answer of an appeal, once; of another branch, by its name. docs/rules.md#R-323 */
export async function tellOfAppeal(
  sheet: SheetDocument,
  { appealId, text }: StoredAppeal,
  itemName: string,
  answering: readonly Member[],
  call: Call,
): Promise<void> {
  const { branchId } = sheet;
  const isAbroad = answering.some((member) => member.branchId !== branchId);
  const branch = isAbroad ? await branches.byId(branchId) : null;
  const title = sheetNoticeText.appealed(sheet.name, itemName);
  const told = {
    // Also after somebody of the branch was told, who may answer no more.
    messageId: derivedId(isAbroad ? 'appeal-abroad' : 'appeal', sheet._id, appealId),
    branchId,
    title: branch === null ? title : ofBranchText(branch.name, title),
    body: sheetNoticeText.appealedBody(withoutStop(text), sheet.terms.answersUntilMs),
    page: `packages/star-office/assess/assess?sheetId=${sheet._id}`,
    deadlineAtMs: lastMinute(sheet.terms.answersUntilMs),
  };
  const by = { memberId: sheet.memberId, name: sheet.name };
  await tell('sheet-office', by, told, answering, await readRotas(), call);
}

async function tellOwner(
  { branchId, month, memberId }: SheetDocument,
  by: Author,
  id: readonly string[],
  title: string,
  body: string,
  call: Call,
): Promise<number | null> {
  const people = (await members.byIds([memberId])).filter(({ leftDay }) => leftDay === null);
  const deadlineAtMs = call.nowMs + NEWS_DAYS * MS_PER_DAY;
  const messageId = derivedId(...id);
  const told = { messageId, branchId, title, body, page: ownPage(month), deadlineAtMs };
  return tell('sheet-told', by, told, people, await readRotas(), call);
}

/** When the first of them hears of it; null: nobody does. */
async function tell(
  kind: NoticeKind,
  by: Author,
  told: Told,
  people: readonly Member[],
  rotas: Pick<Rotas, 'scheduleOf'>,
  { requestId, nowMs }: Call,
): Promise<number | null> {
  const content = systemNotice(kind, by, {
    ...told,
    about: null,
    notBeforeAtMs: null,
    lastRequestId: requestId,
  });
  return deliver(content, people, nowMs, rotas);
}
