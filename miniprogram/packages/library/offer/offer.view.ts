import { dayOfInstant } from '../../../../domain/time/local-day';
import { TITLE_MISSING_TEXT } from '../../../text/errors';
import { fullDayText } from '../../../text/when';
import { sizeText } from '../document-words.view';
import {
  READER_KINDS,
  TICKS,
  type ChosenFile,
  type OfferForm,
  type OfferProblem,
  type Parts,
  type ReaderKind,
  type Tick,
} from './offer-form';

export interface Choice {
  readonly id: string;
  readonly text: string;
  readonly isOn: boolean;
}

export interface OfferView extends OfferForm {
  readonly file: string;
  readonly fileNote: string;
  readonly contents: readonly Choice[];
  readonly today: string;
  readonly validUntilText: string;
  readonly readerChoices: readonly Choice[];
  readonly parts: readonly Choice[];
  readonly sizes: readonly Choice[];
  readonly sizeNote: string;
  readonly ticks: readonly { readonly id: Tick; readonly text: string; readonly note: string }[];
}

const CONTENT_TEXT = { file: '文件', link: '链接' } as const;
const READER_TEXT: Readonly<Record<ReaderKind, string>> = {
  nobody: '不要求',
  branch: '全支部',
  crews: '按值',
  groups: '按党小组',
};
const SIZE_TEXT = { minor: '小改', major: '大改' } as const;
const SIZE_NOTE = {
  minor: '改错字、换格式：看过的人不用再看。',
  major: '内容变了：请要看的人再看一次，告诉他们改了什么。',
} as const;

const TICK_TEXT: Readonly<Record<Tick, readonly [text: string, note: string]>> = {
  isPublic: ['是公开的，或大家本来就知道', '上面写明出处'],
  hasNoWorkSecrets: ['没有工作秘密', '设备编号、参数、图纸都不放'],
  isNoStampedPaper: ['不是盖章的内部件', '要传达的请当面讲'],
};

export function toOfferView(
  form: OfferForm,
  file: ChosenFile | undefined,
  parts: Parts,
  nowMs: number,
): OfferView {
  const today = dayOfInstant(nowMs);
  return {
    ...form,
    file: file?.fileName ?? '',
    fileNote:
      file === undefined ? '从聊天里选，PDF、Word、Excel、PPT，最多 20 MB' : sizeText(file.bytes),
    contents: choices(['file', 'link'], CONTENT_TEXT, form.content),
    today,
    validUntilText: fullDayText(form.validUntilDay, today),
    readerChoices: choices(READER_KINDS, READER_TEXT, form.readers),
    parts: partChoices(form, parts),
    sizes: choices(['minor', 'major'], SIZE_TEXT, form.size),
    sizeNote: SIZE_NOTE[form.size],
    ticks: TICKS.map((id) => ({ id, text: TICK_TEXT[id][0], note: TICK_TEXT[id][1] })),
  };
}

function choices<Id extends string>(
  ids: readonly Id[],
  texts: Readonly<Record<Id, string>>,
  chosen: Id,
): readonly Choice[] {
  return ids.map((id) => ({ id, text: texts[id], isOn: id === chosen }));
}

function partChoices({ readers, partIds }: OfferForm, { crews, groups }: Parts): readonly Choice[] {
  const parts = readers === 'crews' ? crews : readers === 'groups' ? groups : [];
  return parts.map(({ id, name }) => ({ id, text: name, isOn: partIds.includes(id) }));
}

export type OfferFaults = Readonly<Partial<Record<OfferProblem, string>>>;
export const NO_FAULTS: OfferFaults = {};

const FAULT_TEXT: Readonly<Record<OfferProblem, string>> = {
  'no-title': TITLE_MISSING_TEXT,
  'no-source': '还没写出处：在哪里公开的，网址或者报刊。',
  'no-file': '还没选文件。',
  'no-link': '链接要以 https:// 开头，从浏览器或公众号文章里复制。',
  'no-part': '还没选要谁看。',
  'too-long': '有一栏太长，看红字，删短再传。',
  'no-changed': '还没写改了什么。',
};
export const faultOf = (problem: OfferProblem): OfferFaults => ({
  [problem]: FAULT_TEXT[problem],
});

export const NEXT_TITLE = '换新版';
export const OFFERED_TEXT = '传上了，等另一位支委看过就放出来';
