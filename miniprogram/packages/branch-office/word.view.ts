import type { OutputOf } from '../../../contract/action';
import type { peopleToTalkTo } from '../../../contract/branch/dashboard';

export type WordPage = OutputOf<typeof peopleToTalkTo>;
type Person = WordPage['people'][number];

export interface WordRow {
  readonly memberId: string;
  readonly initial: string;
  readonly name: string;
  readonly crewName: string;
  /** Why, one line each. */
  readonly notes: readonly string[];
}

const STREAK_TEXT: Readonly<Record<NonNullable<Person['streak']>['kind'], string>> = {
  absent: '没来，也没请假',
  'on-duty': '都在岗，没有能来的场次',
  newer: '升级后查看',
};

const BECAUSE_TEXT: Readonly<Record<NonNullable<Person['unreached']>['because'], string>> = {
  'not-bound': '还没绑定微信',
  'no-credit': '没有订阅次数，消息也没打开',
  'inbox-only': '只放在消息里，还没打开',
  unknown: '微信没有回音',
  failed: '微信没发出去',
  'too-late': '来不及送',
  newer: '原因升级后查看',
};

export function toWordRow({ memberId, name, crewName, streak, unreached }: Person): WordRow {
  return {
    memberId,
    initial: name.slice(0, 1),
    name,
    crewName: crewName ?? '没有值',
    notes: [
      ...(streak === null ? [] : [`连着 ${streak.count} 次${STREAK_TEXT[streak.kind]}`]),
      ...(unreached === null
        ? []
        : [`${unreached.notices} 条通知没送到：${BECAUSE_TEXT[unreached.because]}`]),
    ],
  };
}
