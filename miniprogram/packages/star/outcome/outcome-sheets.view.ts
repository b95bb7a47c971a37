import type { Question } from '../../../state/confirmed';

/** An objection is answered while the notice stands, and also where it does no more. docs/rules.md#R-354 */
type Answering = 'uphold' | 'answer' | 'uphold-later' | 'answer-later';

export interface SheetView {
  readonly isOpen: boolean;
  readonly kind: 'refuse' | 'accept' | 'accept-again' | 'object' | Answering | 'end';
  /** Of an objection. */
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly note: string;
  readonly action: string;
}

const SHEETS: Readonly<Record<SheetView['kind'], Omit<SheetView, 'isOpen' | 'kind' | 'id'>>> = {
  accept: {
    title: '定谁，为什么',
    hint: '例如：这个月的抢修次次都在',
    note: '票数相同由支委会定，理由大家看得到。支部里的人都会收到公示。',
    action: '同意，开始公示',
  },
  'accept-again': {
    title: '还是定他，为什么',
    hint: '例如：只是日期写错了，事情是他做的',
    note: '他的公示收回过，理由大家看得到。支部里的人都会收到公示。',
    action: '同意，开始公示',
  },
  refuse: {
    title: '不同意，为什么',
    hint: '例如：有一件事还在查',
    note: '支部里的人都看得到这句话。',
    action: '不同意',
  },
  object: {
    title: '对结果有异议',
    hint: '哪一件事不对，你怎么知道的',
    note: '要署名。支委看得到，他本人看不到是谁提的。都会答复。',
    action: '提出来',
  },
  answer: {
    title: '答复',
    hint: '查了什么，结果是什么',
    note: '提的人看得到。公示照常。',
    action: '答复，公示照常',
  },
  uphold: {
    title: '意见属实',
    hint: '查了什么，结果是什么',
    note: '公示收回，支委会重新研究。',
    action: '采纳，收回公示',
  },
  'answer-later': {
    title: '答复',
    hint: '查了什么，结果是什么',
    note: '提的人看得到。',
    action: '答复',
  },
  'uphold-later': {
    title: '意见属实',
    hint: '查了什么，结果是什么',
    note: '提的人看得到。公示已经不在了，支委会定的时候要看这一条。',
    action: '答复：属实',
  },
  end: {
    title: '这个月不评星',
    hint: '例如：没有人提名',
    note: '支部里的人都看得到这句话，定了不能再开始。',
    action: '这个月不评',
  },
};

export const closedSheet: SheetView = { isOpen: false, kind: 'object', id: '', ...SHEETS.object };
export const sheetOf = (kind: SheetView['kind'], id = ''): SheetView => ({
  isOpen: true,
  kind,
  id,
  ...SHEETS[kind],
});

/** Before whom the poll has chosen is put on notice: the whole branch is told. */
export const acceptQuestion = (
  names: readonly string[],
  { branchName, month }: { readonly branchName: string; readonly month: string },
): Question => ({
  title: `公示${names.join('、')}？`,
  content: `记下支委会同意${names.join('、')}做${Number(month.slice(5))}月之星，马上开始公示，${branchName}的人都会收到。记错了不能自己改回来。`,
  confirmBtn: '开始公示',
  cancelBtn: '再看看',
});

/** Whether the reason that is given is that of an answer to an objection, and whether it is right. */
export const answerOf = (kind: SheetView['kind']): { readonly isUpheld: boolean } | null => {
  if (kind === 'answer' || kind === 'answer-later') return { isUpheld: false };
  return kind === 'uphold' || kind === 'uphold-later' ? { isUpheld: true } : null;
};
