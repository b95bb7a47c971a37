import type * as actions from '../../../contract/content/takedown';
import type { TakedownRules } from '../../../contract/content/takedown';
import { everyRule, firstTakedownMs, TAKEN_KINDS } from '../../../domain/content/takedown';
import { dayOfInstant, monthBeside, monthOf } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { countDue } from '../../_store/content/takedown-due';
import {
  begunAtMs,
  rulesOfMonth,
  takedownRules,
  type TakedownRulesDocument,
} from '../../_store/content/takedown-rules';

/** Versions whose authors are shown. */
const MOST_SHOWN = 20;

/** Two requests beside that for who asks. docs/rules.md#R-308 */
export const takedownPlan: Handler<typeof actions.takedownPlan> = async ({ rules }, ctx) => {
  const nowMs = ctx.nowMs();
  const month = monthOf(dayOfInstant(nowMs));
  const nextMonth = monthBeside(month, 1);
  const versions = await takedownRules.versions();
  const next = rulesOfMonth(versions, nextMonth);
  const firstAtMs = firstTakedownMs(begunAtMs(versions) ?? nowMs);
  const counts = await countDue(ctx.caller.branchId, rules ?? next, nextMonth);
  return ctx.answer({
    nowMs,
    month,
    nextMonth,
    version: versions[0]?.version ?? 0,
    now: everyRule(rulesOfMonth(versions, month)),
    next: everyRule(next),
    ...(nowMs < firstAtMs && { firstAtMs }),
    going: TAKEN_KINDS.map((kind) => ({ kind, count: counts[kind] })),
    trail: versions
      .filter((each) => each.version > 0)
      .slice(0, MOST_SHOWN)
      .map(({ version, fromMonth, by, atMs }) => ({ version, fromMonth, byName: by.name, atMs })),
  });
};

/** docs/rules.md#R-291 */
export const saveTakedown: Handler<typeof actions.saveTakedown> = async (input, ctx) => {
  const { caller, requestId } = ctx;
  const nowMs = ctx.nowMs();
  const versions = await takedownRules.versions();
  const said = versions.find((each) => each.requestId === requestId);
  if (said !== undefined && isSame(said, input.rules)) {
    return ctx.answer({ version: said.version, fromMonth: said.fromMonth });
  }
  const newest = versions[0]?.version ?? 0;
  if (said !== undefined || newest !== input.version) return ctx.fail('changed-meanwhile');
  const version = newest + 1;
  const fromMonth = monthBeside(monthOf(dayOfInstant(nowMs)), 1);
  const isAdded = await takedownRules.add({
    _id: `version-${version}`,
    version,
    fromMonth,
    rules: input.rules,
    by: { memberId: caller.memberId, name: caller.name },
    atMs: nowMs,
    requestId,
    schemaVersion: 1,
  });
  return isAdded ? ctx.answer({ version, fromMonth }) : ctx.fail('changed-meanwhile');
};

const wordsOf = (rules: TakedownRules): string =>
  JSON.stringify(rules.map(({ kind, months }) => [kind, months]));

const isSame = (before: TakedownRulesDocument, rules: TakedownRules): boolean =>
  wordsOf(before.rules) === wordsOf(rules);
