import type { IssueDocument } from '../../cloudfunctions/_store/content/issues';
import type { ItemDocument } from '../../cloudfunctions/_store/content/item-document';
import { localDay } from '../../domain/time/local-day';
import { TEST_START_MS } from '../worlds/test-cloud';

/** A draft of the channel 党务清风 by somebody of the branch, with one picture. */
export function anItem(
  itemId: string,
  branchId: string,
  item: Partial<ItemDocument> = {},
): ItemDocument {
  return {
    _id: itemId,
    channel: 'party',
    branchId,
    writers: [{ memberId: 'somebody', name: 'Somebody' }],
    title: `title of ${itemId}`,
    line: 'one line',
    byline: null,
    minutes: 2,
    link: null,
    pictures: [
      {
        pictureId: 'picture',
        fileId: `cloud://env/items/202503/somebody/${itemId}.jpg`,
        check: 'pass',
      },
    ],
    source: 'our own',
    licence: 'own',
    forDay: null,
    textCheck: 'pass',
    state: 'draft',
    branchCheckerId: null,
    sinceAtMs: TEST_START_MS,
    issueDay: null,
    place: 0,
    withdrawn: null,
    steps: [],
    checkDueAtMs: 9_000_000_000_000_000,
    traceIds: [],
    lastDeedId: 'begun',
    edition: 1,
    revision: 1,
    schemaVersion: 1,
    ...item,
  };
}

/** Out on 2025-03-04, the day before TEST_START_MS. */
export const anItemOut = (itemId: string, branchId: string, item: Partial<ItemDocument> = {}) =>
  anItem(itemId, branchId, { state: 'published', issueDay: localDay('2025-03-04'), ...item });

/** Of 党务清风, planned for its day at noon. */
export function anIssue(day: string, publishAtMs: number): IssueDocument {
  return {
    _id: `party_${day}`,
    channel: 'party',
    day: localDay(day),
    state: 'planned',
    publishAtMs,
    dueAtMs: publishAtMs,
    by: { memberId: 'somebody', name: 'Somebody' },
    lastRequestId: 'earlier',
    revision: 1,
    schemaVersion: 1,
  };
}
