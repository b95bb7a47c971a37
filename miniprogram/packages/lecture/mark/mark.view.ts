import * as v from 'valibot';
import type { OutputOf } from '../../../../contract/action';
import { LECTURE_CHARACTERS, type Mark } from '../../../../contract/content/lecture-shapes';
import type { judgeLecture, lecture } from '../../../../contract/content/lectures';
import { cleanWords } from '../../../../domain/words/clean-words';
import type { Placeholder } from '../../../state/shown';
import type { ErrorTexts } from '../../../text/errors';
import { momentText } from '../../../text/when';
import { sourceText, titleOf } from '../lecture-words.view';
import { wordsFault } from '../../../text/too-long';

export type Lecture = OutputOf<typeof lecture>;

/** What is typed, as it stays in the phone until it is sent. */
export const MarkForm = v.object({
  /** Of the marks that it changes; null: they are the first. */
  insteadOfAtMs: v.nullable(v.number()),
  marks: v.array(v.object({ criterionId: v.string(), points: v.string(), reason: v.string() })),
});
export type MarkForm = v.InferOutput<typeof MarkForm>;

export interface MarkContent {
  readonly kind: 'content';
  readonly title: string;
  readonly note: string;
  readonly outline: string;
  readonly source: string;
  /** Why nothing is marked here; '': it is. */
  readonly closed: string;
  readonly rows: readonly {
    readonly criterionId: string;
    readonly title: string;
    readonly text: string;
    readonly most: number;
    readonly points: string;
    readonly reason: string;
  }[];
  readonly action: string;
  readonly actionNote: string;
  readonly others: readonly {
    readonly judgeName: string;
    readonly marks: readonly {
      readonly title: string;
      readonly points: number;
      readonly reason: string;
    }[];
  }[];
}
export type MarkView = Placeholder | MarkContent;

export const opening: MarkView = { kind: 'loading' };
export const noFaults: Readonly<Record<string, string>> = {};
export const REASON_MOST = LECTURE_CHARACTERS.reason;
export const MARKED_TEXT = '交上了';
export const STAKE_SHEET = {
  title: '我和这份有关系',
  action: '我不评这份',
  hint: '什么关系，例如：他是我徒弟',
  note: '说了就不能再改。这份由别的评委评，你的分不算在里面。',
} as const;

export function formOf({ criteria, mine }: Lecture): MarkForm {
  return {
    insteadOfAtMs: mine?.atMs ?? null,
    marks: criteria.map(({ criterionId }) => {
      const own = mine?.marks.find((mark) => mark.criterionId === criterionId);
      return {
        criterionId,
        points: own === undefined ? '' : String(own.points),
        reason: own?.reason ?? '',
      };
    }),
  };
}

export function toView(output: Lecture, form: MarkForm, nowMs: number): MarkContent {
  const { criteria, mine, judgeByMs } = output;
  return {
    kind: 'content',
    title: output.title,
    note: `${output.name} · 讲 ${output.minutes} 分钟`,
    outline: output.outline,
    source: sourceText(output.source),
    closed: closedOf(output),
    rows: criteria.map(({ criterionId, title, text, points }) => {
      const own = form.marks.find((mark) => mark.criterionId === criterionId);
      return {
        criterionId,
        title,
        text,
        most: points,
        points: own?.points ?? '',
        reason: own?.reason ?? '',
      };
    }),
    action: mine === null ? '交分' : '改分',
    actionNote: `${momentText(judgeByMs, nowMs)}前都能改。别人的分，都交齐或到时间以后才看得到`,
    others: output.others.map(({ judgeName, marks }) => ({
      judgeName,
      marks: marks.map(({ criterionId, points, reason }) => {
        return { title: titleOf(criteria, criterionId), points, reason };
      }),
    })),
  };
}

function closedOf({ state, isWithdrawn, aside, mine }: Lecture): string {
  if (isWithdrawn) return '这份讲稿撤回了，不用评。';
  if (aside !== null) return `你说了和这份有关系，不评：${aside}`;
  if (state === 'judged') return mine === null ? '评完了，你没有评这份。' : '评完了，不能再改。';
  if (state === 'called-off') return '这次竞赛不办了，不用评。';
  return state === 'judging' ? '' : '还在报讲稿，报名结束以后再评。';
}

/** What keeps it from being sent, by the field it is told at. */
export function faultsOf({ criteria }: Lecture, form: MarkForm): Readonly<Record<string, string>> {
  return Object.fromEntries(
    form.marks.flatMap(({ criterionId, points, reason }) => {
      const most = criteria.find((each) => each.criterionId === criterionId)?.points ?? 0;
      const isPoints = /^\d{1,3}$/u.test(points) && Number(points) <= most;
      const fault = wordsFault(reason, LECTURE_CHARACTERS.reason, '写一句理由，本人看得到。');
      return [
        ...(isPoints ? [] : [[`${criterionId}-points`, `写 0 到 ${most} 的整数。`] as const]),
        ...(fault === '' ? [] : [[`${criterionId}-reason`, fault] as const]),
      ];
    }),
  );
}

export const toMarks = ({ marks }: MarkForm): Mark[] =>
  marks.map(({ criterionId, points, reason }) => {
    return { criterionId, points: Number(points), reason: cleanWords(reason) };
  });

export const judgeErrors = {
  'not-a-judge': '你现在不是这次的评委，不用评了。写的还在手机里。',
  'not-yet': '还在报讲稿，报名结束以后再交。写的都在手机里。',
  'judging-over': ({ hasMarks }) =>
    hasMarks === 1
      ? '到时间了，这次改的没有算；之前交上的照样算。'
      : '到时间了，这份没有交上，不算在里面。写的还在手机里。',
  'contest-called-off': '这次竞赛不办了，不用评。',
  withdrawn: '这份讲稿刚撤回，不用评了。返回评别的。',
  'bad-marks': '评的项目对不上，返回再进来。写的都还在。',
  'stood-aside': '你已经说过和这份有关系，不评这份。',
  'changed-meanwhile': '你的另一台手机刚给这份交过分。看过最新的再改，写的还在手机里。',
} satisfies ErrorTexts<typeof judgeLecture>;

export const readErrors = {
  'not-a-judge': judgeErrors['not-a-judge'],
} satisfies ErrorTexts<typeof lecture>;
