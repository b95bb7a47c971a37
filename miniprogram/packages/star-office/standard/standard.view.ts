import type { OutputOf } from '../../../../contract/action';
import type { Detail } from '../../../../contract/action';
import type {
  branchStandard,
  saveStandard,
  ShownStandard,
} from '../../../../contract/star/standards';
import {
  STANDARD_LIMITS,
  type Base,
  type StandardItem,
} from '../../../../domain/star/assessment/standard';
import { STUDY_KINDS, type StudyKind } from '../../../../domain/study/study-kinds';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Question } from '../../../state/confirmed';
import type { Placeholder, Shown } from '../../../state/shown';
import type { ErrorTexts } from '../../../text/errors';
import { offlineText } from '../../../text/offline';
import { STUDY_KIND_TEXT } from '../../../../contract/study/study-kinds.text';
import { monthText } from '../../../text/when';
import { missingSources, sumOfForm, type StandardForm } from './form.view';

export type Found = OutputOf<typeof branchStandard>;

interface ItemView {
  readonly itemId: string;
  readonly name: string;
  readonly note: string;
  readonly points: number;
}

export interface ListView {
  readonly title: string;
  readonly note: string;
  readonly items: readonly ItemView[];
  readonly terms: string;
}

export type StandardView =
  | Placeholder
  | {
      readonly kind: 'content';
      readonly offline: string;
      readonly branchName: string;
      readonly now: ListView;
      readonly next: ListView | null;
      readonly canSave: boolean;
      readonly canSaveForAll: boolean;
    };

export const opening: StandardView = { kind: 'loading' };
export const unknownStandard: Shown<Found> = { kind: 'loading' };

export function toView(state: Shown<Found>, nowMs: number): StandardView {
  if (state.kind !== 'known') return state;
  const { branchName, now, next, canSave, canSaveForAll } = state.output;
  return {
    kind: 'content',
    offline: offlineText(state.asOfAtMs, nowMs),
    branchName,
    now: toList(now, '现在用的', nowMs),
    next: next === null ? null : toList(next, '下个月起', nowMs),
    canSave,
    canSaveForAll,
  };
}

function toList(standard: ShownStandard, title: string, nowMs: number): ListView {
  const { version, scope, fromMonth, byName, base, items, terms } = standard;
  const whose = { branch: '本支部的', organisation: '各支部通用的', default: '自带的', newer: '' }[
    scope
  ];
  const since = fromMonth === null ? '' : `，${monthText(fromMonth, dayOfInstant(nowMs))}起用`;
  const by = byName === null ? '' : `，${byName}改的`;
  const unused = scope === 'default' ? '还没有用起来：存一次，这个月就开始。' : '';
  return {
    title: scope === 'default' ? '自带的清单' : title,
    note: `${unused}${whose}第 ${version} 版${since}${by}。${base === 100 ? '满分 100，有扣才减。' : `基础分 ${base}，按项加减。`}`,
    items: items.map((item) => ({
      itemId: item.itemId,
      name: item.name,
      note: sourceText(item),
      points: item.points,
    })),
    terms: `下个月 ${terms.summaryDay} 号前交小结，${terms.marksDay} 号前评完，${terms.appealsDay} 号前能申诉，${terms.answersDay} 号前答复，都到当天 24:00`,
  };
}

const ASPECT_TEXT = { duty: '义务', right: '权利', rule: '规章', newer: '其他' } as const;

export function sourceText({
  source,
  kinds,
  by,
  bands,
  wanted,
  aspect,
}: ShownStandard['items'][number] | StandardItem): string {
  const what = ASPECT_TEXT[aspect];
  switch (source) {
    case 'attendance':
      return kinds === null
        ? `${what}，按签到算`
        : `${what}，按${kinds.map((kind) => STUDY_KIND_TEXT[kind]).join('、')}的签到算`;
    case 'make-up':
      return `${what}，按补学算`;
    case 'notes':
      return `${what}，按心得算，${wanted ?? 1} 篇拿满`;
    case 'must-reads':
      return `${what}，按必读的“知道了”算`;
    case 'judged':
      return `${what}，${by === 'secretary' ? '书记评' : '组长评'}${bands === null ? '' : '，分档'}`;
    case 'newer':
      return what;
  }
}

export interface FormView {
  readonly base: Base;
  readonly items: readonly (ItemView & {
    readonly isJudged: boolean;
    readonly isBanded: boolean;
  })[];
  readonly sum: string;
  readonly isSumRight: boolean;
  readonly addable: readonly { readonly source: string; readonly text: string }[];
  readonly terms: readonly {
    readonly key: keyof StandardForm['terms'];
    readonly name: string;
    readonly day: number;
  }[];
}

const ADDED_TEXT = {
  attendance: '参加学习',
  'make-up': '补学',
  'must-reads': '必读确认',
  notes: '写心得',
  judged: '',
} as const;
export const nameOfSource = (source: keyof typeof ADDED_TEXT): string => ADDED_TEXT[source];

export function toFormView(form: StandardForm): FormView {
  const { base, items, terms } = form;
  const sum = sumOfForm(form);
  const isFull = items.length >= STANDARD_LIMITS.items;
  return {
    base,
    items: items.map((item) => ({
      itemId: item.itemId,
      name: item.name,
      note: sourceText(item),
      points: item.points,
      isJudged: item.source === 'judged',
      isBanded: item.bands !== null,
    })),
    sum: sumText(sum, base),
    isSumRight: sum === 100,
    addable: isFull
      ? []
      : missingSources(form).map((source) => ({ source, text: `加：${ADDED_TEXT[source]}` })),
    terms: [
      { key: 'summaryDay', name: '本人交小结', day: terms.summaryDay },
      { key: 'marksDay', name: '组长和书记评完', day: terms.marksDay },
      { key: 'appealsDay', name: '能申诉到', day: terms.appealsDay },
      { key: 'answersDay', name: '申诉答复完', day: terms.answersDay },
    ],
  };
}

function sumText(sum: number, base: Base): string {
  const start = base === 100 ? '' : `连基础分 ${base}，`;
  if (sum === 100) return `${start}一共 100 分，正好。`;
  return sum < 100
    ? `${start}一共 ${sum} 分，还差 ${100 - sum} 分。`
    : `${start}一共 ${sum} 分，多了 ${sum - 100} 分。`;
}

export const DAYS: readonly string[] = Array.from({ length: 20 }, (_, at) => `${at + 1} 号`);
export const KINDS: readonly StudyKind[] = STUDY_KINDS;
export const KIND_NAMES: readonly string[] = STUDY_KINDS.map((kind) => STUDY_KIND_TEXT[kind]);

const nameIn = ({ name }: Detail): string => String(name ?? '');
export const saveStandardErrors = {
  'no-items': '清单里一项都没有，加几项再存。',
  'too-many-items': ({ count }: Detail) =>
    `清单最多 ${STANDARD_LIMITS.items} 项，现在有 ${String(count ?? '')} 项。合并几项再存。`,
  'not-a-hundred': ({ count }: Detail) => `加起来要正好 100 分，现在是 ${String(count ?? '')} 分。`,
  'same-item-twice': (detail: Detail) => `“${nameIn(detail)}”有两份，删掉一份。`,
  'kind-twice': (detail: Detail) => `“${nameIn(detail)}”里的学习，别的项已经算了。删掉一项。`,
  'source-twice': (detail: Detail) => `“${nameIn(detail)}”的记录算了两次，删掉一项。`,
  bands: (detail: Detail) => `“${nameIn(detail)}”分太少，分不出档。加几分，或者不分档。`,
  terms: '日子要一个比一个晚：小结不晚于评完，申诉在评完以后，答复在申诉以后，最晚 20 号。',
  'changed-meanwhile': '刚刚有人存过新的一版，列在最下面。看过以后再存，就用你这一版。',
  'office-only': '各支部通用的清单由党委工作部改。可以存成本支部的。',
} satisfies ErrorTexts<typeof saveStandard>;

export function savedText(
  { version, fromMonth }: OutputOf<typeof saveStandard>,
  nowMs: number,
): string {
  const since = monthText(fromMonth, dayOfInstant(nowMs));
  return `第 ${version} 版存好了，${since}起用。月份过完，1 号开考核表。`;
}

export const NAMELESS_TEXT = '有一项还没写名称。';

export const forAllQuestion: Question = {
  title: '各支部都用这一版？',
  content: '没有自己清单的支部都用它。有自己清单的不变。已经开始的月份不变。',
  confirmBtn: '都用',
  cancelBtn: '再看看',
};
