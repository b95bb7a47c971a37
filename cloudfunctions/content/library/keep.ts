import type {
  prolongDocument as prolongAction,
  takeDownDocument as takeDownAction,
} from '../../../contract/content/library';
import { decideOnDocument } from '../../../domain/content/library/decide-on-document';
import { canBeValidUntil } from '../../../domain/content/library/library-rules';
import type { Handler } from '../../_kit/serve';
import { keepUntilLastDay, takeBackCheck, takeBackReading } from '../../_deliver/tell-of-document';
import { standingOf } from '../../_store/content/library-document';
import { libraryDocuments } from '../../_store/content/library-documents';

/** docs/rules.md#R-244 */
export const prolongDocument: Handler<typeof prolongAction> = async (
  { documentId, validUntilDay },
  ctx,
) => {
  if (!canBeValidUntil(validUntilDay, ctx.nowMs())) return ctx.fail('valid-day-unfit');
  const verdict = await libraryDocuments.change<'taken-down' | 'not-shown'>(
    documentId,
    (document) => {
      const { current } = document;
      const decision = decideOnDocument(standingOf(document), { kind: 'prolong' });
      if (decision.kind === 'refused' || current === null) {
        return document.state === 'taken-down' ? 'taken-down' : 'not-shown';
      }
      return { current: { ...current, validUntilDay } };
    },
  );
  if (verdict.kind === 'missing') return ctx.fail('not-found');
  if (verdict.kind === 'taken') throw new Error('a last day is no content');
  if (verdict.kind === 'refused') return ctx.fail(verdict.code);
  await keepUntilLastDay(verdict.document);
  return ctx.answer({ revision: verdict.document.revision });
};

/** Said again in other words, or by somebody else, the first reason stands, and they are told. docs/rules.md#R-287 */
export const takeDownDocument: Handler<typeof takeDownAction> = async (
  { documentId, reason },
  ctx,
) => {
  const nowMs = ctx.nowMs();
  const by = { memberId: ctx.caller.memberId, name: ctx.caller.name };
  const verdict = await libraryDocuments.change<'done' | 'written-before'>(
    documentId,
    ({ state, takenDown }) => {
      if (state !== 'taken-down')
        return { state: 'taken-down', takenDown: { by, atMs: nowMs, reason } };
      const isSame = takenDown?.by.memberId === by.memberId && takenDown.reason === reason;
      return isSame ? 'done' : 'written-before';
    },
  );
  if (verdict.kind === 'missing') return ctx.fail('not-found');
  if (verdict.kind === 'taken') throw new Error('what is taken down has no content');
  if (verdict.kind === 'refused' && verdict.code !== 'done') return ctx.fail(verdict.code);
  const { offered, message, revision } = verdict.document;
  if (offered !== null) await takeBackCheck(offered.version.versionId, nowMs);
  await takeBackReading(message, nowMs);
  return ctx.answer({ revision });
};
