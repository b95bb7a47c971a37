import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Page } from '../../_store/database';
import { deliveries } from '../../_store/delivery/deliveries';
import type { DeliveryDocument, Outcome } from '../../_store/delivery/delivery-document';
import { sendingTurns } from '../../_store/delivery/sending-turns';
import { memberNotices } from '../../_store/people/member-notices';
import { readDueFacts } from '../due-facts';
import { recordSends } from '../record';
import { sendMessages, type SendReport } from '../send';
import type { Job, Run } from '../job';
import { RunTally, takeDue, type Taken } from '../take';

const DOCUMENTS_AT_ONCE = 100;
const MOST_BATCHES = 20;
const NOTHING_SENT: SendReport = { outcomes: new Map(), spent: new Map(), cleared: new Map() };

/**
 * Sends what is due, unless another run is at it. Each document is taken by one conditional write before
 * anything of it is sent, and recorded by another afterwards, so that two runs at once, a late one or one
 * that was killed send nothing twice. Counts the documents that it took.
 */
export const sendDue: Job = async (run) => {
  const first = await deliveries.due(run.nowMs(), DOCUMENTS_AT_ONCE, 0);
  if (first.documents.length === 0) return 0;
  const runId = randomUUID();
  if (!(await sendingTurns.take(runId, run.nowMs()))) return 0;
  try {
    return await sendFrom(first, run);
  } finally {
    await sendingTurns.end(runId);
  }
};

async function sendFrom(first: Page<DeliveryDocument>, { nowMs, stopAtMs }: Run): Promise<number> {
  let earlier: ReadonlyMap<string, Outcome> = new Map();
  let count = 0;
  // Documents that do not fit stay due for ever, at the head of what is due.
  let unfit = 0;
  let page = first;
  for (let batch = 1; ; batch += 1) {
    unfit += page.unfit;
    const { taken, report } = await sendSome(page.documents, earlier, nowMs(), stopAtMs);
    earlier = new Map([...earlier, ...waitingTold(taken, report)]);
    count += taken.length;
    if (page.isLast || batch === MOST_BATCHES || performance.now() >= stopAtMs) return count;
    page = await deliveries.due(nowMs(), DOCUMENTS_AT_ONCE, unfit);
  }
}

async function sendSome(
  due: readonly DeliveryDocument[],
  earlier: ReadonlyMap<string, Outcome>,
  atMs: number,
  stopAtMs: number,
): Promise<{ readonly taken: readonly Taken[]; readonly report: SendReport }> {
  if (due.length === 0) return { taken: [], report: NOTHING_SENT };
  const facts = await readDueFacts(due, atMs);
  const ordered = [...due].sort(
    (a, b) => b.importance - a.importance || a.createdAtMs - b.createdAtMs,
  );
  const tally = new RunTally(earlier);
  const taken: Taken[] = [];
  for (const document of ordered) {
    const wanted = takeDue(document, facts, tally, atMs);
    const { groups, tooLate } = wanted;
    if (await deliveries.writeGroups(document, groups, { tooLate })) taken.push(wanted);
  }
  const report = await sendMessages(taken, facts.people, stopAtMs);
  for (const each of taken) {
    if (each.sendTo.length === 0) continue;
    await recordSends(each, report.outcomes.get(each.document._id) ?? new Map());
  }
  await keepLedger(report);
  return { taken, report };
}

/** What became of the messages about what can wait, by person. */
function waitingTold(taken: readonly Taken[], { outcomes }: SendReport) {
  return taken
    .filter(({ document }) => document.urgency !== 'urgent')
    .flatMap(({ document }) => [...(outcomes.get(document._id) ?? [])]);
}

async function keepLedger({ spent, cleared }: SendReport): Promise<void> {
  for (const [key, memberIds] of spent) {
    for (const once of roundsOf(memberIds)) await memberNotices.spendCredits(once, key);
  }
  for (const [key, memberIds] of cleared) await memberNotices.clearCredits(memberIds, key);
}

/** Lists in which nobody stands twice; who stands in several has got several messages. */
function roundsOf(memberIds: readonly string[]): readonly (readonly string[])[] {
  const rounds: Set<string>[] = [];
  for (const memberId of memberIds) {
    const free = rounds.find((round) => !round.has(memberId));
    if (free === undefined) rounds.push(new Set([memberId]));
    else free.add(memberId);
  }
  return rounds.map((round) => [...round]);
}
