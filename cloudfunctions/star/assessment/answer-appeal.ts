import type { answerAppeal as action } from '../../../contract/star/assessment';
import { answersAppeals, restoredPoints } from '../../../domain/star/assessment/decide-on-sheet';
import { isFinal, sumOf } from '../../../domain/star/assessment/sheet';
import { tellOfAnswer } from '../../_deliver/tell-of-sheet';
import type { Handler } from '../../_kit/serve';
import { derivedId } from '../../_store/derived-id';
import { ownerOf, type StoredMark } from '../../_store/star/sheet-document';
import { sheets } from '../../_store/star/sheets';
import { standards } from '../../_store/star/standards';
import { mayRead } from './may-read';

/** Answers an appeal once: what was given before stays beside what it comes back to. docs/rules.md#R-194 */
export const answerAppeal: Handler<typeof action> = async (input, ctx) => {
  const { caller } = ctx;
  const nowMs = ctx.nowMs();
  const { sheetId, appealId, deedId, outcome, reason } = input;
  const known = await sheets.justRead(sheetId);
  if (known === null || !mayRead(caller, known)) return ctx.fail('not-found');
  if (caller.memberId === known.memberId) return ctx.fail('own-sheet');
  const standard = await standards.byId(known.standardId);
  const by = { memberId: caller.memberId, name: caller.name };
  const verdict = await sheets.change<
    'missing' | 'done' | 'not-yours' | 'answers-over' | 'changed-meanwhile'
  >(
    sheetId,
    (sheet) => {
      const appeal = sheet.appeals.find((each) => each.appealId === appealId);
      const item = standard.items.find(({ itemId }) => itemId === appeal?.itemId);
      if (appeal === undefined || item === undefined) return 'missing';
      if (appeal.answer?.deedId === deedId) {
        const isSame = appeal.answer.outcome === outcome && appeal.answer.reason === reason;
        return isSame ? 'done' : 'changed-meanwhile';
      }
      const marked = sheet.marks.find(({ markId }) => markId === appeal.markId);
      const isAnswering = answersAppeals(caller, ownerOf(sheet), marked?.by?.memberId ?? null);
      if (!isAnswering) return 'not-yours';
      if (isFinal(sheet, nowMs)) return 'answers-over';
      if (appeal.answer !== null) return 'changed-meanwhile';
      const restoring: StoredMark = {
        markId: derivedId('restored', appealId),
        itemId: item.itemId,
        points: restoredPoints(item, standard),
        reason,
        evidence: null,
        aboutDay: null,
        by,
        as: 'secretary',
        atMs: nowMs,
        appealId,
      };
      const marks = outcome === 'restored' ? [...sheet.marks, restoring] : sheet.marks;
      const answer = { deedId, outcome, reason, by, atMs: nowMs };
      return {
        marks,
        appeals: sheet.appeals.map((each) =>
          each.appealId === appealId ? { ...each, answer } : each,
        ),
        sum: sumOf(standard, { counted: sheet.counted, marks }),
      };
    },
    nowMs,
  );
  if (verdict.kind === 'missing') return ctx.fail('not-found');
  if (verdict.kind === 'refused' && verdict.code !== 'done') {
    return ctx.fail(verdict.code === 'missing' ? 'not-found' : verdict.code);
  }
  const appeal = verdict.sheet.appeals.find((each) => each.appealId === appealId);
  const item = standard.items.find(({ itemId }) => itemId === appeal?.itemId);
  const reachesAtMs =
    appeal === undefined
      ? null
      : await tellOfAnswer(verdict.sheet, appeal, item?.name ?? '', outcome === 'restored', {
          requestId: ctx.requestId,
          nowMs,
        });
  return ctx.answer({ reachesAtMs });
};
