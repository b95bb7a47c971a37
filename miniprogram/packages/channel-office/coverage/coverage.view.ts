import type { OutputOf } from '../../../../contract/action';
import type { issueCoverage } from '../../../../contract/content/coverage';
import type { ContentChannel } from '../../../../domain/content/channel/item';
import { CHANNEL_NAME } from '../../../../contract/content/channel.text';
import type { branches } from '../../../../contract/people/member';
import { dayOfInstant, type LocalDay } from '../../../../domain/time/local-day';
import type { Question } from '../../../state/confirmed';
import type { Placeholder, Shown } from '../../../state/shown';
import type { ErrorTexts } from '../../../text/errors';
import { whyThen } from '../../../text/notice';
import { fullDayText, momentText } from '../../../text/when';

export type Coverage = OutputOf<typeof issueCoverage>;
type Person = Coverage['crews'][number]['open'][number];

interface CrewCard {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly open: readonly {
    readonly memberId: string;
    readonly initial: string;
    readonly name: string;
    readonly note: string;
  }[];
}

export interface CoverageContent {
  readonly kind: 'content';
  readonly title: string;
  readonly note: string;
  readonly figures: readonly { readonly caption: string; readonly number: string }[];
  readonly crews: readonly CrewCard[];
}

export type CoverageView = Placeholder | CoverageContent;

export const firstChannel: ContentChannel = 'party';
export const opening: CoverageView = { kind: 'loading' };
export const unknownCoverage: Shown<Coverage> = { kind: 'loading' };
export const noPills: readonly {
  readonly value: string;
  readonly text: string;
  readonly isOn: boolean;
}[] = [];

export const coverageErrors = {
  'not-told': '这一期还没刊出，或者撤回了，没有送给谁。刊出以后再来看。',
} satisfies ErrorTexts<typeof issueCoverage>;

export function toCoverageView(
  state: Shown<Coverage>,
  channel: ContentChannel,
  day: LocalDay,
  nowMs: number,
): CoverageView {
  if (state.kind !== 'known') return state;
  const { crews } = state.output;
  const sum = (countOf: (crew: Coverage['crews'][number]) => number) =>
    crews.reduce((all, crew) => all + countOf(crew), 0);
  const onPhone = sum((crew) => crew.onPhone);
  const inPerson = sum((crew) => crew.inPerson);
  const open = sum((crew) => crew.open.length);
  return {
    kind: 'content',
    title: `${CHANNEL_NAME[channel]} ${fullDayText(day, dayOfInstant(nowMs))}`,
    note: `${onPhone + inPerson + open} 人里，${open === 0 ? '都送到了' : `${open} 人还没送到`}`,
    figures: [
      { caption: '手机上送到', number: String(onPhone) },
      { caption: '当面传达', number: String(inPerson) },
      { caption: '还没送到', number: String(open) },
    ],
    crews: crews.map((crew, at) => ({
      key: String(at),
      title: `${crew.name ?? '其他'} ${crew.onPhone + crew.inPerson + crew.open.length} 人`,
      note: noteOf(crew),
      open: crew.open.map((person) => ({
        memberId: person.memberId,
        initial: person.name.slice(0, 1),
        name: person.name,
        note: whyText(person, nowMs),
      })),
    })),
  };
}

/** '手机 3 · 当面 2 · 还没 1'. */
function noteOf({ onPhone, inPerson, open }: Coverage['crews'][number]): string {
  const parts: readonly (readonly [string, number])[] = [
    ['手机', onPhone],
    ['当面', inPerson],
    ['还没', open.length],
  ];
  return parts
    .filter(([, count]) => count > 0)
    .map(([text, count]) => `${text} ${count}`)
    .join(' · ');
}

function whyText({ why, waits }: Person, nowMs: number): string {
  switch (why) {
    case 'waits':
      return waits === null
        ? '还没到时候'
        : `${momentText(waits.untilAtMs, nowMs)} 送，${whyThen(waits.why)}`;
    case 'away':
      return '在休假或借调，回来再看';
    case 'not-bound':
      return '还没绑定，要当面说';
    case 'not-looked':
      return '放在消息里了，还没打开过消息';
    case 'in-person':
    case 'on-phone':
    case 'newer':
      return '升级后查看';
  }
}

/** For the committee office, which sees every branch. */
export const branchPills = ({ branches: all }: OutputOf<typeof branches>, branchId: string) =>
  all.map((branch) => ({
    value: branch.branchId,
    text: branch.name,
    isOn: branch.branchId === branchId,
  }));

export const toldQuestion = (name: string): Question => ({
  title: '已当面传达',
  content: `给${name}讲过了，算送到了，会记上是你讲的。`,
  confirmBtn: '讲过了',
  cancelBtn: '还没有',
});
export const toldText = (name: string): string => `${name}记上了。`;
