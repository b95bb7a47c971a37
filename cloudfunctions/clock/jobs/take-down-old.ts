import { performance } from 'node:perf_hooks';
import {
  firstTakedownMs,
  goesBefore,
  isTakedownHour,
  monthsOf,
  type TakedownRule,
} from '../../../domain/content/takedown';
import { dayOfInstant, monthOf } from '../../../domain/time/local-day';
import { seeOff, takeDocumentDown, takeItemDown } from '../../_deliver/take-down-by-rule';
import { takedownText } from '../../_deliver/takedown.text';
import { tellTakedownBegins } from '../../_deliver/tell-of-takedown';
import type { ItemDocument } from '../../_store/content/item-document';
import { waitingIn, type LibraryDocument } from '../../_store/content/library-document';
import { countDue, readDue } from '../../_store/content/takedown-due';
import {
  begunAtMs,
  rulesOfMonth,
  takedownRules,
  type TakedownRulesDocument,
} from '../../_store/content/takedown-rules';
import { branches } from '../../_store/people/branches';
import { members } from '../../_store/people/members';
import type { Job } from '../job';

/** Of each kind in one look; the next look, or the next night, goes on. */
const MOST_OF_A_KIND = 40;
/** What else the clock has to do waits no longer for this. */
const MOST_MS = 6_000;

/**
 * Takes down at night what was read for its time, by the rules of the month; and sees to what a run that
 * was cut off has left undone. By day it asks nothing. How many. docs/rules.md#R-307
 */
export const takeDownOld: Job = async ({ nowMs, stopAtMs }) => {
  const atMs = nowMs();
  if (!isTakedownHour(atMs)) return 0;
  const endAtMs = Math.min(stopAtMs, performance.now() + MOST_MS);
  const month = monthOf(dayOfInstant(atMs));
  const [[branch], versions] = await Promise.all([branches.all(), takedownRules.versions()]);
  if (branch === undefined) return 0;
  if (await isBefore(versions, branch._id, atMs)) return 0;
  const rules = rulesOfMonth(versions, month);
  const ofMonth = { month, nowMs: atMs, limit: MOST_OF_A_KIND };
  const due = await readDue(branch._id, rules, ofMonth);
  const left = await takeItems(due, rules, atMs, endAtMs);
  return left + (await takeDocuments(due.documentIds, rules, month, atMs, endAtMs));
};

/**
 * Whether nothing goes yet, however old: the office has not had the time to look. In the first night in
 * which there is somebody in it the clock says since when the rules hold, and until they are carried out
 * what goes then. docs/rules.md#R-319
 */
async function isBefore(
  versions: readonly TakedownRulesDocument[],
  branchId: string,
  nowMs: number,
): Promise<boolean> {
  const begun = begunAtMs(versions);
  if (begun === null) {
    // Nobody could look.
    if ((await members.ofOffice()).length === 0) return true;
    await takedownRules.begin(takedownText.clock, nowMs);
  }
  const firstAtMs = firstTakedownMs(begun ?? nowMs);
  if (firstAtMs <= nowMs) return false;
  const month = monthOf(dayOfInstant(firstAtMs));
  const counts = await countDue(branchId, rulesOfMonth(versions, month), month);
  const count = Object.values(counts).reduce((sum, each) => sum + each, 0);
  if (count > 0) await tellTakedownBegins(begun ?? nowMs, count, nowMs);
  return true;
}

async function takeItems(
  due: { readonly items: readonly ItemDocument[]; readonly leaving: readonly ItemDocument[] },
  rules: readonly TakedownRule[],
  nowMs: number,
  endAtMs: number,
): Promise<number> {
  const leaving = [...due.leaving];
  for (const item of due.items) {
    if (performance.now() >= endAtMs) break;
    const months = monthsOf(rules, item.channel);
    const taken = months === null ? null : await takeItemDown(item, months, nowMs);
    if (taken !== null) leaving.push(taken);
  }
  // What is left here the next look finds as leaving.
  for (const ofIssue of byIssue(leaving)) {
    if (performance.now() >= endAtMs) break;
    await seeOff(ofIssue, nowMs);
  }
  return leaving.length;
}

function byIssue(leaving: readonly ItemDocument[]): readonly (readonly ItemDocument[])[] {
  const issues = new Map<string, ItemDocument[]>();
  for (const item of leaving) {
    const key = `${item.channel} ${item.issueDay ?? ''}`;
    issues.set(key, [...(issues.get(key) ?? []), item]);
  }
  return [...issues.values()];
}

async function takeDocuments(
  documentIds: readonly string[],
  rules: readonly TakedownRule[],
  month: string,
  nowMs: number,
  endAtMs: number,
): Promise<number> {
  const months = monthsOf(rules, 'document');
  if (months === null) return 0;
  const before = goesBefore(months, month);
  const isDue = (document: LibraryDocument) =>
    document.state === 'shown' &&
    (document.current?.validUntilDay ?? before) < before &&
    (document.keptUntilMonth ?? '') <= month &&
    waitingIn(document) === null;
  let count = 0;
  for (const documentId of documentIds) {
    if (performance.now() >= endAtMs) break;
    if (await takeDocumentDown(documentId, isDue, months, nowMs)) count += 1;
  }
  return count;
}
