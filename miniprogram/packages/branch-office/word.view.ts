import type { OutputOf } from '../../../contract/action';
import type { peopleToTalkTo } from '../../../contract/branch/dashboard';

export type WordPage = OutputOf<typeof peopleToTalkTo>;
type Person = WordPage['people'][number];

export interface WordRow {
  /** Of the rows from here on; '' where the reason is that of the row before. */
  readonly head: string;
  readonly memberId: string;
  readonly initial: string;
  readonly name: string;
  readonly crewName: string;
  /** Why, one line each. */
  readonly notes: readonly string[];
}

const STREAK_TEXT: Readonly<Record<NonNullable<Person['streak']>['kind'], string>> = {
  absent: '缺席',
  'on-duty': '都在岗或睡觉，没有能来的场次',
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

type Reason = keyof NonNullable<WordPage['counts']>;

const REASON_TEXT: Readonly<Record<Reason, string>> = {
  absent: '连着没来',
  kept: '连着没有能来的场次',
  unreached: '通知没送到',
};

/** With the reason and how many it is of over the first row of each reason. */
export function toWordRows({ people, counts }: WordPage): readonly WordRow[] {
  return people.map((person, index) => {
    const reason = reasonOf(person);
    const before = people[index - 1];
    const isFirst = before === undefined || reasonOf(before) !== reason;
    const count = counts === undefined ? '' : ` ${counts[reason]} 人`;
    return { head: isFirst ? `${REASON_TEXT[reason]}${count}` : '', ...toWordRow(person) };
  });
}

function reasonOf({ streak }: Person): Reason {
  if (streak === null) return 'unreached';
  return streak.kind === 'absent' ? 'absent' : 'kept';
}

function toWordRow({ memberId, name, crewName, streak, unreached }: Person) {
  return {
    memberId,
    initial: name.slice(0, 1),
    name,
    crewName: crewName ?? '没有值',
    notes: [
      ...(streak === null
        ? []
        : [`连着 ${streak.count} 次${STREAK_TEXT[streak.kind]}${refusedText(streak)}`]),
      ...(unreached === null
        ? []
        : [`${unreached.notices} 条通知没送到：${BECAUSE_TEXT[unreached.because]}`]),
    ],
  };
}

const refusedText = ({ refused }: NonNullable<Person['streak']>): string =>
  refused === undefined ? '' : `，${refused} 次的请假没有批`;
