import { isDeepStrictEqual } from 'node:util';
import type { RotationDraft, rotationActions } from '../../../contract/roster/rotations';
import type { Rotation } from '../../../domain/shift/rotation';
import { dayOfInstant, type LocalDay } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import type { Member } from '../../_store/people/member-document';
import { postponeMakeUps } from '../../_deliver/postpone-make-ups';
import { replanFor } from '../../_deliver/replan';
import { endBrokenSwaps } from '../../_deliver/end-broken-swaps';
import { rotations } from '../../_store/roster/rotations';
import type { RotationDocument } from '../../_store/roster/shift-documents';
import { toSlots } from './to-roster-shapes';
import { rotationOfDraft } from './rotation-of-draft';

type Crew = RotationDocument['crews'][number];

/**
 * Writes first, then ends swaps of shifts that are no more and plans again: a retry finds the rotation
 * as it wanted it and goes on with the rest. One that is not valid yet can still be written over.
 */
export const saveRotation: Handler<typeof rotationActions.saveRotation> = async (input, ctx) => {
  const { draft } = input;
  const nowMs = ctx.nowMs();
  const today = dayOfInstant(nowMs);
  const outcome = rotationOfDraft(draft);
  if (outcome.kind === 'refused') return ctx.fail(outcome.code, outcome.detail);
  if (outcome.kind === 'ask-more') return ctx.fail('not-settled');
  const rotation = documentOf(draft, outcome.rotation, nowMs);

  let crews: readonly Crew[] = rotation.crews;
  if (!(await rotations.add(rotation))) {
    const present = await rotations.byId(rotation._id);
    const isRetry = present !== null && isSame(present, rotation);
    const isInUse = present !== null && present.validFromDay <= today;
    if (isInUse && !isRetry) return ctx.fail('already-valid');
    if (!isRetry) await rotations.replace(rotation);
    // Crews that it had and has no more lose what was planned by it.
    crews = [...crews, ...(present?.crews ?? [])];
  }
  const crewIds = [...new Set(crews.map(({ crewId }) => crewId))];
  const fromDay = rotation.validFromDay > today ? rotation.validFromDay : today;
  const people = (await rotations.peopleOf(crewIds)).filter((member) =>
    isConcerned(member, crewIds, fromDay),
  );
  const ids = people.map(({ _id }) => _id);
  await endBrokenSwaps(ids, ctx.caller, { requestId: ctx.requestId, nowMs });
  const movedDeliveries = await replanFor(ids, nowMs);
  await postponeMakeUps(ids, nowMs);
  return ctx.answer({ rotationId: rotation._id, people: people.length, movedDeliveries });
};

function documentOf(
  { name, crews }: RotationDraft,
  { id, ...rotation }: Rotation,
  savedAtMs: number,
): RotationDocument {
  const names = new Map(crews.map((crew) => [crew.crewId, crew.name]));
  return {
    _id: id,
    name,
    cycleDays: rotation.cycleDays,
    days: rotation.days.map(toSlots),
    crews: rotation.crews.map(({ crewId, offset }) => ({
      crewId,
      name: names.get(crewId) ?? crewId,
      offset,
    })),
    anchorDay: rotation.anchorDay,
    validFromDay: rotation.validFromDay,
    daysCounted: rotation.daysCounted,
    savedAtMs,
    schemaVersion: 1,
  };
}

/** But for the instant of saving, which is the call's and not the draft's. */
function isSame(a: RotationDocument, b: RotationDocument): boolean {
  return isDeepStrictEqual({ ...a, savedAtMs: 0 }, { ...b, savedAtMs: 0 });
}

/** Whether the member is in one of the crews, or on loan to one, on the day or later. */
function isConcerned(member: Member, crewIds: readonly string[], fromDay: LocalDay): boolean {
  const isOfCrews = (crewId: string | null) => crewId !== null && crewIds.includes(crewId);
  const { crewHistory, overrides } = member;
  return (
    crewHistory.some(({ crewId }, index) => {
      const next = crewHistory[index + 1];
      return isOfCrews(crewId) && (next === undefined || next.fromDay > fromDay);
    }) ||
    overrides.some(
      (change) => change.kind === 'on-loan' && change.toDay > fromDay && isOfCrews(change.crewId),
    )
  );
}
