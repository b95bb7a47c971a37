import { isDeepStrictEqual } from 'node:util';
import { holdsOneOf, SECRETARIES } from '../../../contract/roles';
import type * as actions from '../../../contract/star/standards';
import type { ShownStandard } from '../../../contract/star/standards';
import { faultOfStandard } from '../../../domain/star/assessment/standard';
import { dayOfInstant, monthBeside, monthOf } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { organisationOnHotPath } from '../../_store/people/organisation';
import {
  comesWithUs,
  DEFAULT_ID,
  FOR_ALL,
  inForce,
  standards,
  type StandardDocument,
} from '../../_store/star/standards';

export const branchStandard: Handler<typeof actions.branchStandard> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const branchId = input.branchId ?? ctx.caller.branchId;
  const month = monthOf(dayOfInstant(nowMs));
  const [organisation, versions] = await Promise.all([
    organisationOnHotPath([]),
    standards.versionsFor(branchId),
  ]);
  const now = inForce(versions, branchId, month) ?? comesWithUs;
  const next = inForce(versions, branchId, monthBeside(month, 1)) ?? comesWithUs;
  return ctx.answer({
    nowMs,
    branchName: organisation.branchName(branchId),
    month,
    now: toShown(now),
    next: next._id === now._id ? null : toShown(next),
    canSave: holdsOneOf(ctx.caller.roles, SECRETARIES),
    canSaveForAll: ctx.caller.roles.includes('committee-office'),
  });
};

const scopeOf = ({ scope }: StandardDocument): 'branch' | 'organisation' | 'default' => {
  if (scope === DEFAULT_ID) return 'default';
  return scope === FOR_ALL ? 'organisation' : 'branch';
};

function toShown(standard: StandardDocument): ShownStandard {
  const { version, fromMonth, by, base, items, terms } = standard;
  const scope = scopeOf(standard);
  return {
    scope,
    version,
    fromMonth: scope === 'default' ? null : fromMonth,
    byName: by?.name ?? null,
    base,
    items,
    terms,
  };
}

/**
 * For the next month on, and the first one at once; of several who save at the same time one is first,
 * the others see theirs again. docs/rules.md#R-186
 */
export const saveStandard: Handler<typeof actions.saveStandard> = async (input, ctx) => {
  const { caller } = ctx;
  const nowMs = ctx.nowMs();
  const branchId = input.branchId ?? caller.branchId;
  if (input.isForAll && !caller.roles.includes('committee-office')) return ctx.fail('office-only');
  const found = faultOfStandard(input.standard);
  if (found !== undefined) {
    const { fault, count, name } = found;
    return ctx.fail(fault, {
      ...(count !== undefined && { count }),
      ...(name !== undefined && { name }),
    });
  }
  const scope = input.isForAll ? FOR_ALL : branchId;
  const month = monthOf(dayOfInstant(nowMs));
  const versions = await standards.versionsFor(branchId);
  const mine = versions.find(({ deedId }) => deedId === input.deedId);
  if (mine !== undefined) {
    const { base, items, terms } = mine;
    // Written on after a lost answer it is another list. docs/rules.md#R-287
    const isSame =
      mine.scope === scope && isDeepStrictEqual({ base, items, terms }, input.standard);
    if (!isSame) return ctx.fail('changed-meanwhile');
    return ctx.answer({ version: mine.version, fromMonth: mine.fromMonth });
  }
  // A month that has begun keeps its list; where none was in use, there is none to keep.
  const isFirst = inForce(versions, branchId, month) === undefined;
  const nextMonth = monthBeside(month, 1);
  const present = inForce(versions, branchId, nextMonth) ?? comesWithUs;
  const fromMonth = isFirst ? month : nextMonth;
  const isSeen = scopeOf(present) === input.over.scope && present.version === input.over.version;
  if (!isSeen) return ctx.fail('changed-meanwhile');
  const version = Math.max(1, ...versions.map((each) => each.version)) + 1;
  const isAdded = await standards.add({
    _id: `${scope}_${version}`,
    scope,
    version,
    fromMonth,
    base: input.standard.base,
    items: input.standard.items,
    terms: input.standard.terms,
    by: { memberId: caller.memberId, name: caller.name },
    atMs: nowMs,
    deedId: input.deedId,
    schemaVersion: 1,
  });
  return isAdded ? ctx.answer({ version, fromMonth }) : ctx.fail('changed-meanwhile');
};
