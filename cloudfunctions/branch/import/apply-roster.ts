import type { applyRoster as action } from '../../../contract/branch/roster-import';
import { dayOfInstant } from '../../../domain/time/local-day';
import { applyRosterImport } from '../../_deliver/apply-roster-import';
import type { Caller } from '../../_kit/context';
import type { Handler } from '../../_kit/serve';
import { derivedId } from '../../_store/derived-id';
import { organisationOnHotPath } from '../../_store/people/organisation';
import { auditEntries } from '../../_store/people/audit-entries';
import {
  rosterImports,
  type RosterImportDocument,
  type RosterStep,
} from '../../_store/people/roster-imports';
import { whyStays } from './check-roster';
import { fileOf } from './pieces';
import { planIdOf, planOf } from './plan-of';
import { readRoster, type ReadRoster } from './read-roster';

export const applyRoster: Handler<typeof action> = async (input, ctx) => {
  const { importId, fileName, planId, leavingIds, branchId = ctx.caller.branchId } = input;
  const { caller } = ctx;
  const nowMs = ctx.nowMs();
  const known = await rosterImports.byId(importId);
  if (known !== null) return resumed(known);

  const file = await fileOf(input, branchId, caller.memberId);
  if (file === null) return ctx.fail('pieces-missing');
  const read = await readAsShown(file);
  if (read === null) return ctx.fail('roster-changed');
  const leaving = read.diff.leaving.filter(({ memberId }) => leavingIds.includes(memberId));
  if (leaving.length !== new Set(leavingIds).size) return ctx.fail('roster-changed');
  for (const person of leaving) {
    const why = whyStays(person, read, caller);
    if (why !== undefined) return ctx.fail('cannot-leave', { name: person.name, why });
  }

  const leavers = read.people.filter(({ _id }) => leavingIds.includes(_id));
  const plan = planOf(importId, read.diff, leavers, read.people);
  const { fresh, changed } = read.diff;
  const decided: RosterImportDocument = {
    _id: importId,
    branchId,
    by: { memberId: caller.memberId, name: caller.name, roles: [...caller.roles] },
    fileName,
    planId: derivedId(planId, ...[...leavingIds].sort()),
    state: 'applying',
    day: dayOfInstant(nowMs),
    added: fresh.length,
    changed: changed.length,
    left: leavers.length,
    overtaken: [],
    decidedAtMs: nowMs,
    schemaVersion: 1,
  };
  await noteWhom(decided, plan, caller);
  if (await rosterImports.decide(decided, plan)) return done(decided, plan);
  const other = await rosterImports.byId(importId);
  return other === null ? ctx.fail('internal') : resumed(other);

  /** What was shown, if it is so still: by what is remembered of groups and crews, or else as they are now. */
  async function readAsShown(bytes: Buffer): Promise<ReadRoster | null> {
    const organisation = await organisationOnHotPath([
      { branchId, groupId: null, crewHistory: [] },
    ]);
    for (const given of [{ organisation }, {}]) {
      const one = await readRoster(branchId, bytes, { caller, nowMs, ...given });
      const isShown =
        one.kind === 'read' &&
        one.diff.problems.length === 0 &&
        planIdOf(branchId, one.diff) === planId;
      if (isShown) return one;
    }
    return null;
  }
  async function resumed(stored: RosterImportDocument) {
    if (stored.branchId !== branchId) return ctx.fail('bad-input', { path: 'importId' });
    if (stored.state === 'done') return ctx.answer(toOutput(stored, stored.overtaken));
    return done(stored, await rosterImports.stepsOf(stored));
  }
  async function done(stored: RosterImportDocument, steps: readonly RosterStep[]) {
    return ctx.answer(toOutput(stored, await applyRosterImport(stored, steps, nowMs)));
  }
};

function noteWhom(
  { _id, branchId, by, decidedAtMs }: RosterImportDocument,
  plan: readonly RosterStep[],
  { memberId }: Caller,
): Promise<void> {
  const memberIds = plan.flatMap(({ people }) => people.map((person) => person.memberId));
  return auditEntries.note(derivedId('roster-import', memberId, _id), {
    atMs: decidedAtMs,
    branchId,
    by,
    what: { kind: 'imported-roster', importId: _id },
    memberIds,
  });
}

const toOutput = (
  { added, changed, left }: RosterImportDocument,
  overtaken: readonly string[],
) => ({ added, changed, left, overtaken: [...overtaken] });
