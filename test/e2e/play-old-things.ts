import type { ItemDocument } from '../../cloudfunctions/_store/content/item-document';
import { demoPerson } from '../../local/world/people';
import { localDay } from '../../domain/time/local-day';
import { aComment } from '../builders/comments';
import { anItemOut } from '../builders/items';
import { aLibraryDocument, aVersion } from '../builders/library-documents';
import { plant, stored } from '../builders/stored';
import { takedownBegun } from '../builders/takedown';
import type { DemoStage } from './demo-stage';

export const OLD = {
  /** Two years old in April 2026. */
  item: { id: 'old-ticket', title: '工作票上的四个签名' },
  second: { id: 'old-heat', title: '高温天的十分钟' },
  integrity: { id: 'old-gift', title: '一盒茶叶的来回' },
  /** One year old in April 2026. */
  spring: { id: 'spring-call', title: '春检里的一通电话' },
  /** Over for a year in April 2026. */
  document: { id: 'old-flood', title: '防汛值班安排（2024 年）' },
} as const;

/** What was published and brought long before the plays; April 2026 is the month in which it goes. */
export async function plantOldThings({ cloud }: DemoStage): Promise<void> {
  const { branchId, name, memberId } = demoPerson('yx33');
  const old = (
    { id, title }: { readonly id: string; readonly title: string },
    day: string,
    item: Partial<ItemDocument> = {},
  ) =>
    anItemOut(id, branchId, {
      title,
      issueDay: localDay(day),
      writers: [{ memberId, name }],
      line: '当时的一件小事，大家说过几句',
      ...item,
    });
  const shownComment = { state: 'shown', shownAtMs: 1, itemTitle: OLD.item.title } as const;
  await plant(cloud, {
    items: [
      old(OLD.item, '2024-03-05'),
      old(OLD.second, '2024-03-28'),
      old(OLD.integrity, '2023-03-02', { channel: 'integrity' }),
      old(OLD.spring, '2025-03-18'),
    ],
    takedown_rules: [takedownBegun()],
    item_comments: [
      aComment('old-comment', OLD.item.id, stored(cloud, 'members', 'yx22'), shownComment),
    ],
    library_documents: [
      aLibraryDocument(OLD.document.id, branchId, {
        current: aVersion('old-flood-1', memberId, {
          title: OLD.document.title,
          by: { memberId, name },
          validUntilDay: localDay('2025-03-20'),
        }),
      }),
    ],
  });
}
