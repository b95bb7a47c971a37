import type { ItemDocument } from '../../../../cloudfunctions/_store/content/item-document';
import type { ClockRun, ContentLog, Drafted, Withdrawal } from './log';

/** As the product promises: docs/rules.md#R-223 */
const GRACE_MS = 5 * 60_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** Checked by two, out once, on time and in its issue; and readers see what is out, and nothing that is withdrawn. */
export function wrongItems(log: ContentLog): string[] {
  const byId = new Map(log.stored.items.map((item) => [item._id, item]));
  const lost = log.drafted.filter(({ itemId }) => !byId.has(itemId));
  return [
    ...lost.map(({ itemId }) => `lost: ${itemId}`),
    ...log.drafted.flatMap((drafted) => wrongTrail(drafted, byId.get(drafted.itemId))),
    ...log.drafted.flatMap(({ itemId }) => wrongHour(itemId, log)),
    ...log.withdrawals
      .filter(({ itemId }) => byId.get(itemId)?.state !== 'withdrawn')
      .map(({ itemId }) => `not withdrawn: ${itemId}`),
    ...wrongLooks(log, byId),
    ...log.runs
      .filter(({ needless }) => needless !== null && needless > 0)
      .map(({ needless, atMs }) => `${needless} sent when nothing was due: ${textOf(atMs)}`),
  ];
}

/** What may follow on which step, and where an item is then. */
const AFTER: Readonly<Record<string, readonly [from: readonly string[], to: string]>> = {
  begun: [['nothing'], 'draft'],
  'handed-in': [['draft'], 'branch-check'],
  'passed-branch': [['branch-check'], 'committee-check'],
  'passed-committee': [['committee-check'], 'ready'],
  returned: [['branch-check', 'committee-check', 'ready'], 'draft'],
  planned: [['ready'], 'ready'],
  'taken-out': [['ready'], 'ready'],
  published: [['ready'], 'published'],
  withdrawn: [['draft', 'branch-check', 'committee-check', 'ready', 'published'], 'withdrawn'],
};

function wrongTrail({ itemId, writerId }: Drafted, item: ItemDocument | undefined): string[] {
  if (item === undefined) return [];
  const wrong: string[] = [];
  let state = 'nothing';
  let firstCheckerId: string | null = null;
  for (const { kind, by } of item.steps) {
    const [from, to] = AFTER[kind] ?? [[], 'unknown'];
    if (!from.includes(state)) wrong.push(`${itemId}: ${kind} after ${state}`);
    if (kind.startsWith('passed') && by.memberId === writerId) wrong.push(`${itemId}: own check`);
    if (kind === 'passed-branch') firstCheckerId = by.memberId;
    if (kind === 'passed-committee' && by.memberId === firstCheckerId) {
      wrong.push(`${itemId}: checked twice by one`);
    }
    state = to;
  }
  if (state !== item.state) wrong.push(`${itemId}: ${item.state}, by its trail ${state}`);
  return wrong;
}

interface Placed {
  readonly seq: number;
  readonly atMs: number;
  /** Null: it stands in no issue from then on. */
  readonly publishAtMs: number | null;
}

/** In which issues an item was put, by what was planned. */
function placesOf(itemId: string, { plannings }: ContentLog): readonly Placed[] {
  const places: Placed[] = [];
  let issue: string | null = null;
  for (const { seq, atMs, channel, day, itemIds, publishAtMs } of plannings) {
    const planned = `${channel} ${day}`;
    if (itemIds.includes(itemId)) {
      places.push({ seq, atMs, publishAtMs });
      issue = planned;
    } else if (issue === planned) {
      places.push({ seq, atMs, publishAtMs: null });
      issue = null;
    }
  }
  return places;
}

/** Out in a run, not before its hour, and no later than the first that worked five minutes after it. */
function wrongHour(itemId: string, log: ContentLog): string[] {
  const { runs, withdrawals } = log;
  const wrong: string[] = [];
  const outIn = runs.filter(({ broughtOut }) => broughtOut.includes(itemId));
  if (outIn.length > 1) wrong.push(`${itemId}: out ${outIn.length} times`);
  const [out] = outIn;
  const places = placesOf(itemId, log);
  const withdrawn = withdrawals.find((each) => each.itemId === itemId);
  for (const [at, { seq, atMs, publishAtMs }] of places.entries()) {
    const untilSeq = places[at + 1]?.seq ?? Infinity;
    const isOutHere = out !== undefined && seq < out.seq && out.seq < untilSeq;
    if (isOutHere && (publishAtMs === null || out.atMs < publishAtMs)) {
      wrong.push(`${itemId}: out at ${textOf(out.atMs)}, before its hour`);
    }
    if (publishAtMs === null) continue;
    const dueMs = Math.max(publishAtMs, atMs) + GRACE_MS;
    const due = runs.find((run) => run.isDone && run.seq > seq && run.atMs >= dueMs);
    if (due === undefined || due.seq > untilSeq || isWithdrawnBefore(due, withdrawn, runs))
      continue;
    if (out === undefined || out.seq > due.seq) {
      wrong.push(`${itemId}: not out at ${textOf(due.atMs)}`);
    }
  }
  return wrong;
}

/** Before that run, or while it was under way. */
function isWithdrawnBefore(
  { seq }: ClockRun,
  withdrawn: Withdrawal | undefined,
  runs: readonly ClockRun[],
): boolean {
  const nextSeq = runs.find((run) => run.seq > seq)?.seq ?? Infinity;
  return withdrawn !== undefined && withdrawn.seq < nextSeq;
}

function wrongLooks(log: ContentLog, byId: ReadonlyMap<string, ItemDocument>): string[] {
  const { looks, runs, withdrawals } = log;
  return looks.flatMap(({ seq, atMs, channel, fromDay, shown }) => {
    const today = textOf(atMs).slice(0, 10);
    const out = runs.filter((run) => run.seq < seq).flatMap(({ broughtOut }) => broughtOut);
    const away = new Set(withdrawals.filter((each) => each.seq < seq).map(({ itemId }) => itemId));
    const due = out.filter((itemId) => {
      const item = byId.get(itemId);
      const day = item?.issueDay ?? '';
      return item?.channel === channel && fromDay <= day && day <= today;
    });
    const expected = due.map((itemId) => `${itemId} ${away.has(itemId)}`).sort();
    const seen = shown.map(({ itemId, isWithdrawn }) => `${itemId} ${isWithdrawn}`).sort();
    return expected.join() === seen.join()
      ? []
      : [`${channel} at ${textOf(atMs)} showed ${seen.join()}, not ${expected.join()}`];
  });
}

const textOf = (atMs: number) => new Date(atMs + SHANGHAI_MS).toISOString().slice(0, 16);
