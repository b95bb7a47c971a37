import type * as actions from '../../../contract/content/duty';
import { canBeOnDuty, mayGiveDuty, takesPart } from '../../../domain/content/channel/duty';
import { dutyEndsAtMs } from '../../../domain/content/channel/duty-hours';
import type { Handler } from '../../_kit/serve';
import { seeToDay, tellOfDuty } from '../../_deliver/tell-of-duty';
import { duties, type DutyDocument, type DutyStep } from '../../_store/content/duties';
import { members } from '../../_store/people/members';
import { readRotas } from '../../_store/people/organisation';

/** One write by what the caller has before them; of two at once the second is told. docs/rules.md#R-296 */
export const giveDuty: Handler<typeof actions.giveDuty> = async (input, ctx) => {
  const { channel, day, memberId, revision, deedId } = input;
  const nowMs = ctx.nowMs();
  const known = await duties.byId(channel, day);
  const done = stepOf(known, deedId);
  if (known !== null && done !== undefined) {
    if (done.to?.memberId !== memberId) return ctx.fail('bad-input', { path: 'deedId' });
    return ctx.answer(await told(known, done));
  }
  if (known === null || dutyEndsAtMs(channel, day) <= nowMs) return ctx.fail('bad-day');
  if (known.revision !== revision) return ctx.fail('changed-meanwhile');
  if (!mayGiveDuty(ctx.caller, channel, known.memberId, memberId)) return ctx.fail('not-your-duty');
  if (known.memberId === memberId) return ctx.answer({ revision });
  const [[person], rotas] = await Promise.all([members.byIds([memberId]), readRotas()]);
  if (person?.leftDay !== null || !takesPart(person, channel)) return ctx.fail('takes-no-part');
  if (!canBeOnDuty(rotas.scheduleOf(person), channel, day)) return ctx.fail('cannot-that-day');
  const step: DutyStep = {
    deedId,
    by: { memberId: ctx.caller.memberId, name: ctx.caller.name },
    to: { memberId, name: person.name },
    atMs: nowMs,
  };
  const given = await duties.give(known, step);
  if (given !== null) return ctx.answer(await told(given, step));
  // The same call came twice at once, or somebody else was faster.
  const now = await duties.byId(channel, day);
  return stepOf(now, deedId)?.to?.memberId === memberId && now !== null
    ? ctx.answer({ revision: now.revision })
    : ctx.fail('changed-meanwhile');

  /** Also of a call that was cut off after it was written; nobody where it has changed hands since. */
  async function told(duty: DutyDocument, by: DutyStep) {
    if (duty.steps.at(-1)?.deedId === deedId) {
      await tellOfDuty(duty, by, nowMs);
      await seeToDay(channel, day, nowMs);
    }
    return { revision: duty.revision };
  }
};

const stepOf = (duty: DutyDocument | null, deedId: string): DutyStep | undefined =>
  duty?.steps.find((step) => step.deedId === deedId);
