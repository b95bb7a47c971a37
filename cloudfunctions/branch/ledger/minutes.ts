import type {
  exportMinutes as exportAction,
  minutes as readAction,
  saveMinutes as saveAction,
} from '../../../contract/branch/minutes';
import type { Handler } from '../../_kit/serve';
import { meetingMinutes } from '../../_store/branch/minutes';
import { paperStyles } from '../../_store/branch/paper-styles';
import { madeFile } from '../../_store/people/made-file';
import { minutesOf } from './minutes-of';
import { minutesFileName } from './minutes.text';

export const minutes: Handler<typeof readAction> = async ({ studyId }, ctx) => {
  const found = await minutesOf(studyId, ctx.nowMs(), ctx);
  return found === null ? ctx.fail('not-found') : ctx.answer(found.shown);
};

export const saveMinutes: Handler<typeof saveAction> = async (input, ctx) => {
  const { studyId, revision, text, decisions = null } = input;
  const nowMs = ctx.nowMs();
  const found = await minutesOf(studyId, nowMs, ctx);
  if (found === null) return ctx.fail('not-found');
  const { study, stored, shown } = found;
  if (stored?.lastRequestId === ctx.requestId) return ctx.answer({ revision: stored.revision });
  if (!shown.hasBegun) return ctx.fail('not-begun');
  if (shown.revision !== revision) return ctx.fail('changed-meanwhile');
  // The same words are nobody's version but of who wrote them. docs/rules.md#R-345
  const newest = stored?.versions[0];
  if (stored && newest?.text === text && newest.decisions === decisions) {
    return ctx.answer({ revision: stored.revision });
  }
  const by = { memberId: ctx.caller.memberId, name: ctx.caller.name };
  const version = { text, decisions, by, atMs: nowMs };
  const saved = await meetingMinutes.save(study, stored, version, ctx.requestId);
  return saved === null ? ctx.fail('changed-meanwhile') : ctx.answer({ revision: saved });
};

export const exportMinutes: Handler<typeof exportAction> = async ({ exportId, studyId }, ctx) => {
  const { caller } = ctx;
  const nowMs = ctx.nowMs();
  const found = await minutesOf(studyId, nowMs, { knowsAsleep: true, readsLeniently: true });
  if (found === null) return ctx.fail('not-found');
  const { study, lines, shown } = found;
  const made = await madeFile({ exportId, caller, nowMs }, async () => {
    const [style, { minutesDocx }] = await Promise.all([
      paperStyles.inForce(study.branchId),
      import('../export/minutes-docx.lazy'),
    ]);
    return {
      branchId: study.branchId,
      fileName: minutesFileName(shown),
      type: 'docx',
      content: await minutesDocx(shown, style),
      says: {
        what: { kind: 'exported-minutes' as const, studyId, topic: study.topic },
        memberIds: lines.map(({ memberId }) => memberId),
      },
    };
  });
  return made === null ? ctx.fail('bad-input', { path: 'exportId' }) : ctx.answer(made);
};
