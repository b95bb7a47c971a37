import { asksAnswer } from '../../../domain/notice/notice-kinds';
import type { DeliveryDocument } from '../../_store/delivery/delivery-document';
import { ASKING_TEXT } from './to-answer.text';

/**
 * What a message asks its reader at `nowMs`, on which page, since when and until when; undefined: nothing
 * any more, or not yet. Whoever is away until then is asked once they are back.
 */
export function askingOf(
  {
    kind,
    page,
    createdAtMs,
    notBeforeAtMs,
    deadlineAtMs: untilAtMs,
  }: Pick<DeliveryDocument, 'kind' | 'page' | 'createdAtMs' | 'notBeforeAtMs' | 'deadlineAtMs'>,
  nowMs: number,
) {
  if (!asksAnswer(kind) || page === null || untilAtMs <= nowMs) return undefined;
  const sinceAtMs = Math.max(createdAtMs, notBeforeAtMs ?? 0);
  if (sinceAtMs > nowMs) return undefined;
  return { page, sinceAtMs, untilAtMs, ...ASKING_TEXT[kind] };
}
