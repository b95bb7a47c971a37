import type {
  admit as admitAction,
  whoseCode as whoseCodeAction,
} from '../../../contract/study/register';
import type { myCode as myCodeAction } from '../../../contract/study/mine';
import { dayOfInstant } from '../../../domain/time/local-day';
import { decideEntry } from '../../../domain/study/check-in';
import { isFresh, memberCodes, wasFreshJustNow } from '../../../domain/study/check-in-code';
import { phaseOf } from '../../../domain/study/sitting';
import type { Handler } from '../../_kit/serve';
import { attendances } from '../../_store/study/attendances';
import { memberOfCaller } from '../../_store/people/callers';
import { organisationOnHotPath } from '../../_store/people/organisation';
import { enterRegister, type EntryCode, type EntryDecision } from './enter-register';
import { mac } from '../../_kit/mac';
import { memberOfCode } from './member-of-code';
import { openFor } from '../mine/my-study';
import { toOneRollLine } from '../register/roll-line';
import { sittingOf } from '../../_store/study/parts-of-study';

export const myCode: Handler<typeof myCodeAction> = async (_input, ctx) => {
  const nowMs = ctx.nowMs();
  const member = await memberOfCaller(ctx.openId);
  if (member === null) return ctx.fail('not-bound');
  const asked = await openFor(member, nowMs);
  const isOpen = asked.some(
    ({ study }) =>
      study.state === 'published' &&
      study.sittings.some((sitting) => phaseOf(sitting, nowMs) === 'open'),
  );
  const slots = isOpen ? memberCodes(mac, member.codeSecret, member._id, nowMs) : [];
  return ctx.answer({ nowMs, slots: [...slots] });
};

export const whoseCode: Handler<typeof whoseCodeAction> = async ({ studyId, payload }, ctx) => {
  const nowMs = ctx.nowMs();
  const asked = { studyId, presenterId: ctx.caller.memberId, nowMs };
  const found = await memberOfCode(payload, asked, isFresh);
  if (found.kind === 'refused') return ctx.fail(found.code);
  const { member } = found;
  const { groupName, crewName } = (await organisationOnHotPath([member])).placeOf(
    member,
    dayOfInstant(nowMs),
  );
  return ctx.answer({ memberId: member._id, name: member.name, groupName, crewName });
};

export const admit: Handler<typeof admitAction> = async (input, ctx) => {
  const { studyId, sittingId, payload } = input;
  const nowMs = ctx.nowMs();
  const asked = { studyId, presenterId: ctx.caller.memberId, nowMs };
  const found = await memberOfCode(payload, asked, wasFreshJustNow);
  if (found.kind === 'refused') return ctx.fail(found.code);
  const { study, member } = found;

  const entered = await enterRegister({
    member,
    study,
    sittingId,
    way: 'scanned-by-presenter',
    markedBy: { memberId: ctx.caller.memberId, name: ctx.caller.name },
    requestId: ctx.requestId,
    nowMs,
    decide(asOf): EntryDecision {
      const sitting = sittingOf(asOf, sittingId);
      if (sitting === undefined || asOf.state === 'draft') {
        return { kind: 'refused', code: 'not-a-code' };
      }
      return decideEntry(asOf.state === 'cancelled', sitting, nowMs);
    },
  });
  if (entered.kind === 'refused') {
    return ctx.fail(isOfMembersAct(entered.code) ? 'code-stale' : entered.code, entered.detail);
  }
  const line = await attendances.line(studyId, member._id);
  if (line === null) throw new Error(`the line of ${member._id} in ${studyId} is gone`);
  const setting = {
    study: entered.study,
    sittingId: entered.sittingId,
    nowMs,
    caller: ctx.caller,
    knowsAsleep: ctx.knowsAsleep,
  };
  return ctx.answer({ line: await toOneRollLine(setting, line), wasIn: entered.wasIn });
};

/** What is said only to somebody who enters themselves, and never comes of a presenter's scan. */
const isOfMembersAct = (
  code: EntryCode,
): code is 'typing-locked' | 'more-digits' | 'officer-decided' =>
  code === 'typing-locked' || code === 'more-digits' || code === 'officer-decided';
