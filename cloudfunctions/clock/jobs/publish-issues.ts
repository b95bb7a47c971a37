import { performance } from 'node:perf_hooks';
import { channelNoticeText } from '../../_deliver/channel-notices.text';
import { takeBackFromIssue } from '../../_deliver/take-back-item';
import { tellOfIssue } from '../../_deliver/tell-of-issue';
import { issues, type IssueDocument } from '../../_store/content/issues';
import type { ItemDocument } from '../../_store/content/item-document';
import { items } from '../../_store/content/items';
import { derivedId } from '../../_store/derived-id';
import type { Job } from '../job';

const MOST_A_RUN = 20;

/**
 * Brings out the issues whose hour has come, each once and in order, however late the clock is: nobody
 * plans it any more, its items are out, then its readers hear of it, then it is closed; a run that was
 * cut off finds the rest again. How many it looked at. docs/rules.md#R-223
 */
export const publishIssues: Job = async ({ nowMs, stopAtMs }) => {
  const atMs = nowMs();
  let count = 0;
  for (const issue of await issues.due(atMs, MOST_A_RUN)) {
    if (performance.now() >= stopAtMs) break;
    await publish(issue, atMs);
    count += 1;
  }
  return count;
};

async function publish(issue: IssueDocument, nowMs: number): Promise<void> {
  const { _id, channel, day } = issue;
  // Planned anew since it was read: the next run sees what it is now.
  if (!(await issues.bringOut(issue))) return;
  await items.publish(channel, day, {
    deedId: derivedId('out', _id),
    kind: 'published',
    by: { memberId: null, name: channelNoticeText.clock },
    atMs: nowMs,
    text: null,
  });
  const before = await items.ofIssue(channel, day);
  const out = before.filter(isOut);
  if (out.length > 0) await tellOfIssue(channel, day, out, nowMs);
  // One may have been withdrawn while its readers were told, now or in a run that was cut off.
  const after = out.length > 0 ? await items.ofIssue(channel, day) : before;
  await takeBackFromIssue(channel, day, after, nowMs);
  // What is withdrawn before stands in no issue.
  const hasComeOut = after.some((item) => isOut(item) || item.state === 'withdrawn');
  await issues.close(issue, hasComeOut);
}

const isOut = ({ state }: ItemDocument): boolean => state === 'published';
