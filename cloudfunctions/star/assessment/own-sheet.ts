import type * as actions from '../../../contract/star/assessment';
import {
  refusalOfAppeal,
  refusalOfSummary,
  type AppealRefusal,
  type SummaryRefusal,
} from '../../../domain/star/assessment/decide-on-sheet';
import { lastMark } from '../../../domain/star/assessment/sheet';
import { takeOpeningBack, tellOfAppeal } from '../../_deliver/tell-of-sheet';
import type { Handler } from '../../_kit/serve';
import { asOf } from '../../_store/star/decided-by-time';
import { sheetId } from '../../_store/star/sheet-document';
import { sheets } from '../../_store/star/sheets';
import { standards } from '../../_store/star/standards';
import { whoAnswers } from '../../_store/star/who-answers';
import { toSheet } from './to-sheet';

/** Two requests; the list of the month is a third where this instance does not know it. */
export const mySheet: Handler<typeof actions.mySheet> = async ({ month }, ctx) => {
  const nowMs = ctx.nowMs();
  const [newest, before] = await sheets.newestOf(ctx.caller.memberId, month);
  const isAsked = newest !== undefined && (month === undefined || newest.month === month);
  if (!isAsked) {
    return ctx.answer({ nowMs, sheet: null, earlierMonth: newest?.month ?? null });
  }
  const standard = await standards.byId(newest.standardId);
  const { caller: actor, readsLeniently } = ctx;
  const sheet = toSheet(standard, newest, { actor, owner: null, readsLeniently }, nowMs);
  return ctx.answer({ nowMs, sheet, earlierMonth: before?.month ?? null });
};

export const handInSummary: Handler<typeof actions.handInSummary> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const { month, deedId, text, over } = input;
  const verdict = await sheets.change<SummaryRefusal | 'done'>(
    sheetId(month, ctx.caller.memberId),
    (sheet) => {
      // What stands there already is no change, whichever phone says it.
      if (sheet.summary?.text === text) return 'done';
      const refusal = refusalOfSummary(sheet, over, nowMs);
      return refusal ?? { summary: { deedId, text, atMs: nowMs } };
    },
    nowMs,
  );
  if (verdict.kind === 'missing') return ctx.fail('not-found');
  if (verdict.kind === 'refused' && verdict.code !== 'done') return ctx.fail(verdict.code);
  await takeOpeningBack(verdict.sheet);
  return ctx.answer({ atMs: verdict.sheet.summary?.atMs ?? nowMs });
};

export const appealItem: Handler<typeof actions.appealItem> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const { month, itemId, appealId, text } = input;
  const id = sheetId(month, ctx.caller.memberId);
  const known = await sheets.byId(id);
  if (known === null) return ctx.fail('not-found');
  const standard = await standards.byId(known.standardId);
  const verdict = await sheets.change<AppealRefusal | 'done'>(
    id,
    (stored) => {
      const made = stored.appeals.find((appeal) => appeal.appealId === appealId);
      // In other words, or about something else, it is no repetition. docs/rules.md#R-287
      if (made !== undefined) {
        return made.itemId === itemId && made.text === text ? 'done' : 'already-appealed';
      }
      const sheet = asOf(standard, stored, nowMs);
      const refusal = refusalOfAppeal(standard, sheet, itemId, nowMs);
      if (refusal !== undefined) return refusal;
      const markId = lastMark(sheet.marks, itemId)?.markId ?? null;
      const appeal = { appealId, itemId, markId, text, atMs: nowMs, answer: null };
      return { appeals: [...sheet.appeals, appeal] };
    },
    nowMs,
  );
  if (verdict.kind === 'missing') return ctx.fail('not-found');
  if (verdict.kind === 'refused' && verdict.code !== 'done') return ctx.fail(verdict.code);
  const { sheet } = verdict;
  const appeal = sheet.appeals.find((each) => each.appealId === appealId);
  const item = standard.items.find((each) => each.itemId === itemId);
  if (appeal !== undefined && item !== undefined) {
    const answering = await whoAnswers(sheet, appeal);
    await tellOfAppeal(sheet, appeal, item.name, answering, { requestId: ctx.requestId, nowMs });
  }
  return ctx.answer({ answersUntilMs: sheet.terms.answersUntilMs });
};
