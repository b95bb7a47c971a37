import type * as actions from '../../../contract/branch/norms';
import type { BranchNorms, NormsInput } from '../../../contract/branch/norms';
import {
  creditOf,
  frequenciesOf,
  hoursAsked,
  NO_NORMS,
  yearsKept,
  type Norms,
  type NormsHeld,
} from '../../../domain/branch/norms';
import { CHOSEN_THINGS } from '../../../domain/people/retention';
import { dayOfInstant, monthBeside, monthOf } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import {
  FOR_ALL,
  norms as stored,
  normsHeld,
  normsIn,
  normsReadings,
  ofBranch,
  type NormsDocument,
} from '../../_store/branch/norms';
import { fitting } from '../../_store/database';
import { BRANCHES } from '../../_store/people/branches';
import { readTogether } from '../../_store/together';

/** Versions whose authors are shown. */
const MOST_SHOWN = 20;

export const norms: Handler<typeof actions.norms> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const there = await readBranch(input.branchId ?? ctx.caller.branchId);
  if (there === null) return ctx.fail('not-found');
  const { branch, rows, own, common } = there;
  const month = monthOf(dayOfInstant(nowMs));
  const nextMonth = monthBeside(month, 1);
  const hours = branch.yearlyHours ?? null;
  return ctx.answer({
    nowMs,
    branchName: branch.name,
    month,
    nextMonth,
    own: shownOf(own[0] ?? { ...(ofBranch(hours) ?? NO_NORMS), version: 0 }),
    common: shownOf(common[0] ?? { ...NO_NORMS, version: 0 }),
    now: heldOf(normsHeld(rows, hours, month)),
    next: heldOf(normsHeld(rows, hours, nextMonth)),
    trail: [...own, ...common]
      .sort((a, b) => b.atMs - a.atMs)
      .slice(0, MOST_SHOWN)
      .map(({ scope, version, fromMonth, by, atMs }) => ({
        isForAll: scope === FOR_ALL,
        ...{ version, fromMonth, byName: by.name, atMs },
      })),
  });
};

/** What is of the whole organisation is set for all only. docs/rules.md#R-290 */
const isOfAll = ({ credit, keptYears }: NormsInput) => credit !== null || keptYears.length > 0;

export const saveNorms: Handler<typeof actions.saveNorms> = async (input, ctx) => {
  const { isForAll, norms: set } = input;
  const { caller, requestId } = ctx;
  const branchId = input.branchId ?? caller.branchId;
  if (!isForAll && isOfAll(set)) return ctx.fail('bad-input', { path: 'norms' });
  const there = await readBranch(branchId);
  if (there === null) return ctx.fail('not-found');
  const nowMs = ctx.nowMs();
  const versions = isForAll ? there.common : there.own;
  const said = versions.find((each) => each.requestId === requestId);
  if (said !== undefined && isSame(said, set)) {
    return ctx.answer({ version: said.version, fromMonth: said.fromMonth });
  }
  const newest = versions[0]?.version ?? 0;
  if (said !== undefined || newest !== input.version) return ctx.fail('changed-meanwhile');
  const scope = isForAll ? FOR_ALL : branchId;
  const version = newest + 1;
  const fromMonth = monthBeside(monthOf(dayOfInstant(nowMs)), 1);
  const isAdded = await stored.add({
    _id: `${scope}_${version}`,
    scope,
    version,
    fromMonth,
    ...set,
    by: { memberId: caller.memberId, name: caller.name },
    atMs: nowMs,
    requestId,
    schemaVersion: 1,
  });
  return isAdded ? ctx.answer({ version, fromMonth }) : ctx.fail('changed-meanwhile');
};

/** A branch with what was set for it and for all, the newest first, in one request; null: there is none. */
async function readBranch(branchId: string) {
  const rows = await readTogether(branchId, {
    branch: { from: BRANCHES.collection, pipeline: [{ $match: { _id: branchId } }] },
    ...normsReadings(branchId),
  });
  if (rows === null) return null;
  const [branch] = fitting(BRANCHES, rows.branch);
  if (branch === undefined) return null;
  return { branch, rows, own: normsIn(rows.ownNorms), common: normsIn(rows.commonNorms) };
}

const wordsOf = ({ hours, meetings, credit, keptYears }: NormsInput): string =>
  JSON.stringify([
    [hours.member, hours.officer, credit],
    meetings.map(({ kind, every }) => [kind, every]),
    keptYears.map(({ thing, years }) => [thing, years]),
  ]);

const isSame = (before: NormsDocument, set: NormsInput): boolean =>
  wordsOf(before) === wordsOf(set);

const shownOf = (set: Norms & { readonly version: number }): BranchNorms['own'] => ({
  version: set.version,
  hours: set.hours,
  meetings: [...set.meetings],
  credit: set.credit,
  keptYears: [...set.keptYears],
});

function heldOf(held: NormsHeld): BranchNorms['now'] {
  return {
    hours: {
      member: hoursAsked(held, 'member').hours,
      officer: hoursAsked(held, 'officer').hours,
    },
    meetings: [...frequenciesOf(held)],
    credit: creditOf(held.common),
    keptYears: CHOSEN_THINGS.map((thing) => ({ thing, years: yearsKept(held.common, thing) })),
  };
}
