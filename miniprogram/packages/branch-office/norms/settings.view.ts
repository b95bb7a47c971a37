import type { BranchNorms, NormsInput } from '../../../../contract/branch/norms';
import { FREQUENCY_TEXT } from '../../../../contract/branch/frequency.text';
import { STUDY_KIND_TEXT } from '../../../../contract/study/study-kinds.text';
import { LEDGER_KINDS } from '../../../../domain/branch/ledger';
import {
  creditOf,
  FREQUENCIES,
  frequencyOf,
  hoursAsked,
  HOURS_ASKED,
} from '../../../../domain/branch/norms';
import { CHOSEN_THINGS, KEPT_YEARS, type ChosenThing } from '../../../../domain/people/retention';
import { MAKE_UP_CREDITS, type MakeUpCredit } from '../../../../domain/study/make-up';
import type { StudyKind } from '../../../../domain/study/study-kinds';
import { DEFAULT_YEARLY_HOURS, type YearlyHours } from '../../../../domain/study/yearly-hours';

/** One thing that an office sets: a row of the page, whose values are chosen from a wheel. */
export interface Setting {
  readonly key: string;
  readonly label: string;
  readonly values: readonly string[];
  readonly text: (value: string) => string;
  /** As it comes, where no office has set it. */
  readonly usual: string;
  /** undefined: not set there. */
  readonly setIn: (norms: Shown) => string | undefined;
  readonly heldIn: (norms: BranchNorms['now']) => string;
  /** The norms with this value, or without one. */
  readonly put: (norms: NormsInput, value: string | undefined) => NormsInput;
}
type Shown = Pick<BranchNorms['own'], keyof NormsInput>;

const NOBODY = { own: null, common: null };
/** From a day's study on: half a day counts four. */
const FEWEST_HOURS = 8;
const MOST_HOURS = 200;
const HOURS_STEP = 2;

const HOURS_LABEL: Readonly<Record<keyof YearlyHours, string>> = {
  member: '党员',
  officer: '书记和支部委员',
};

function hoursSetting(as: keyof YearlyHours): Setting {
  const steps = Math.floor((Math.min(MOST_HOURS, HOURS_ASKED.most) - FEWEST_HOURS) / HOURS_STEP);
  return {
    key: `hours-${as}`,
    label: HOURS_LABEL[as],
    values: Array.from({ length: steps + 1 }, (_, at) => String(FEWEST_HOURS + at * HOURS_STEP)),
    text: (value) => `${value} 学时`,
    usual: String(hoursAsked(NOBODY, as).hours),
    setIn: ({ hours }) => (hours[as] === null ? undefined : String(hours[as])),
    heldIn: ({ hours }) => String(hours[as]),
    put: (norms, value) => ({
      ...norms,
      hours: { ...norms.hours, [as]: value === undefined ? null : Number(value) },
    }),
  };
}

const meetingSetting = (kind: StudyKind): Setting => ({
  key: `meeting-${kind}`,
  label: STUDY_KIND_TEXT[kind],
  values: FREQUENCIES,
  text: (value) => FREQUENCY_TEXT[FREQUENCIES.find((each) => each === value) ?? 'newer'],
  usual: frequencyOf(NOBODY, kind),
  setIn: ({ meetings }) => meetings.find((each) => each.kind === kind)?.every,
  heldIn: ({ meetings }) => meetings.find((each) => each.kind === kind)?.every ?? 'newer',
  put: (norms, value) => {
    const every = FREQUENCIES.find((each) => each === value);
    const others = norms.meetings.filter((each) => each.kind !== kind);
    return { ...norms, meetings: every === undefined ? others : [...others, { kind, every }] };
  },
});

const CREDIT_TEXT: Readonly<Record<MakeUpCredit, string>> = {
  study: '学习的分钟',
  material: '材料的分钟',
};
const creditIn = (value: string | undefined): MakeUpCredit | undefined =>
  MAKE_UP_CREDITS.find((each) => each === value);

const CREDIT: Setting = {
  key: 'credit',
  label: '补学按什么算',
  values: MAKE_UP_CREDITS,
  text: (value) => CREDIT_TEXT[creditIn(value) ?? 'study'],
  usual: creditOf(null),
  setIn: ({ credit }) => credit ?? undefined,
  heldIn: ({ credit }) => credit,
  put: (norms, value) => ({ ...norms, credit: creditIn(value) ?? null }),
};

const KEPT_LABEL: Readonly<Record<ChosenThing, string>> = {
  'audit-entry': '谁看过、导出过、改过资料',
  'data-ask': '资料更正和询问',
  notice: '消息',
  swap: '换班的记录',
};

function keptSetting(thing: ChosenThing): Setting {
  const { least, most, usual } = KEPT_YEARS[thing];
  return {
    key: `kept-${thing}`,
    label: KEPT_LABEL[thing],
    values: Array.from({ length: most - least + 1 }, (_, at) => String(least + at)),
    text: (value) => `${value} 年`,
    usual: String(usual),
    setIn: ({ keptYears }) => yearsIn(keptYears, thing),
    heldIn: ({ keptYears }) => yearsIn(keptYears, thing) ?? String(usual),
    put: (norms, value) => {
      const others = norms.keptYears.filter((each) => each.thing !== thing);
      const own = value === undefined ? [] : [{ thing, years: Number(value) }];
      return { ...norms, keptYears: [...others, ...own] };
    },
  };
}

function yearsIn(kept: Shown['keptYears'], thing: ChosenThing): string | undefined {
  const years = kept.find((each) => each.thing === thing)?.years;
  return years === undefined ? undefined : String(years);
}

/** Settings that stand under one heading, with where the usual comes from. */
export interface Group {
  readonly title: string;
  readonly source: string;
  /** Of the whole organisation: no branch has its own. */
  readonly isOfAll: boolean;
  readonly settings: readonly Setting[];
}

export const GROUPS: readonly Group[] = [
  {
    title: '一年学多少',
    source: `《中国共产党党员教育管理工作条例》：党员一年一般不少于 ${DEFAULT_YEARLY_HOURS.member} 学时，书记和支部委员不少于 ${DEFAULT_YEARLY_HOURS.officer} 学时。一年的目标，按这一年 12月 的规定算；没过完的，按现在的。`,
    isOfAll: false,
    settings: [hoursSetting('member'), hoursSetting('officer')],
  },
  {
    title: '多久开一次',
    source:
      '《中国共产党支部工作条例（试行）》第十一条至第十六条；党课按各地做法每季一次。没有规定的，台账里只写开没开，不催。',
    isOfAll: false,
    settings: LEDGER_KINDS.map(meetingSetting),
  },
  {
    title: '补学',
    source: '只管以后做完的补学，做完的不变。',
    isOfAll: true,
    settings: [CREDIT],
  },
  {
    title: '资料留多久',
    source:
      '到期系统自动删。处理个人信息的记录不能少于 3 年（《个人信息保护法》第五十六条），网络日志不能少于半年（《网络安全法》第二十一条，这里取整年）。考勤、心得跟支部的档案一起留。',
    isOfAll: true,
    settings: CHOSEN_THINGS.map(keptSetting),
  },
];
