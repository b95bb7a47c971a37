import type { AskingKind } from '../../../domain/notice/notice-kinds';

/** What follows when a message of the kind is not answered by its limit. */
export const OTHERWISE: Readonly<Record<AskingKind, string>> = {
  'swap-proposed': '不答复就没有换成，班不变。',
};
