import type { AskingKind } from '../../../domain/notice/notice-kinds';

interface Asking {
  /** What its reader is asked to do, a verb. */
  readonly act: string;
  /** What follows when it is not done by the limit. */
  readonly otherwise: string;
}

/** Of a message that stands on the today page until it is answered. */
export const ASKING_TEXT: Readonly<Record<AskingKind, Asking>> = {
  'draft-waiting': { act: '发布', otherwise: '不发布，大家就不知道这次学习。' },
  'note-consent': { act: '答复', otherwise: '不回复就不放，不影响别的。' },
  'swap-proposed': { act: '答复', otherwise: '不答复就没有换成，班不变。' },
  'make-up-due': { act: '补学', otherwise: '不补也不算缺席，过了请书记补讲。' },
};
