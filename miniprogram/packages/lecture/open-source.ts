import type { ShownLecture } from '../../../contract/content/lecture-shapes';
import { openMaterial } from '../study/open-material';
import { COPIED_TEXT, NOT_COPIED_TEXT } from './lecture-words.view';

/** Opens what stands beside a lecture. */
export async function openSource(source: ShownLecture['source']): Promise<void> {
  if (source?.kind === 'document') {
    const url = `/packages/library/document/document?documentId=${source.documentId}`;
    await wx.navigateTo({ url });
  }
  if (source?.kind !== 'link') return;
  const how = await openMaterial(source.url);
  if (how === 'opened') return;
  await wx.showToast({ title: how === 'copied' ? COPIED_TEXT : NOT_COPIED_TEXT, icon: 'none' });
}
