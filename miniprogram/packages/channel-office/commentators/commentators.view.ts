import type { OutputOf } from '../../../../contract/action';
import type { appointCommentator, commentators } from '../../../../contract/content/commentators';
import { TERM_DAYS } from '../../../../domain/content/comment/term';
import {
  addDays,
  dayOfInstant,
  parseLocalDay,
  type LocalDay,
} from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import type { ErrorTexts } from '../../../text/errors';
import { dateText, fullDayText } from '../../../text/when';

export type Commentators = OutputOf<typeof commentators>;

interface TermRow {
  readonly termId: string;
  readonly name: string;
  readonly note: string;
  readonly by: string;
}

export interface CommentatorsContent {
  readonly kind: 'content';
  readonly branchName: string;
  readonly terms: readonly TermRow[];
  readonly names: readonly string[];
}
export type CommentatorsView = Placeholder | CommentatorsContent;

export const opening: CommentatorsView = { kind: 'loading' };
export const unknownCommentators: Shown<Commentators> = { kind: 'loading' };

export function toView(state: Shown<Commentators>, nowMs: number): CommentatorsView {
  if (state.kind !== 'known') return state;
  const { branchName, terms, people } = state.output;
  const today = dayOfInstant(nowMs);
  return {
    kind: 'content',
    branchName,
    terms: terms.map(({ termId, name, fromDay, toDay, appointedBy }) => ({
      termId,
      name,
      note: `${dateText(fromDay)}到${dateText(toDay)}`,
      by: fromDay > today ? `${appointedBy}定的，还没开始` : `${appointedBy}定的`,
    })),
    names: people.map(({ name }) => name),
  };
}

/** Half a year, where nobody says otherwise. */
const USUAL_DAYS = 182;

export interface TermForm {
  readonly fromDay: LocalDay;
  readonly toDay: LocalDay;
}

export function firstTerm(nowMs: number): TermForm {
  const fromDay = dayOfInstant(nowMs);
  return { fromDay, toDay: addDays(fromDay, USUAL_DAYS) };
}

/** With another first or last day; what is no day changes nothing. The last never stands before the first. */
export function withDay(form: TermForm, field: keyof TermForm, text: string): TermForm {
  const day = parseLocalDay(text);
  if (day === undefined) return form;
  const changed = { ...form, [field]: day };
  return changed.toDay < changed.fromDay ? { ...changed, toDay: changed.fromDay } : changed;
}

export function toFormView({ fromDay, toDay }: TermForm, nowMs: number) {
  const today = dayOfInstant(nowMs);
  return {
    fromDay,
    toDay,
    firstDay: today,
    lastFrom: addDays(today, TERM_DAYS.ahead),
    lastTo: addDays(fromDay, TERM_DAYS.most - 1),
    fromText: fullDayText(fromDay, today),
    toText: fullDayText(toDay, today),
  };
}

export const endQuestion = (name: string) => ({
  title: `现在结束${name}的任期？`,
  content: '从现在起没有感悟再等他回答。答过的都还在。',
  confirmBtn: '结束',
  cancelBtn: '先不',
});

export const APPOINTED_TEXT = '定好了，他会收到。';
export const ENDED_TEXT = '任期结束了。';

export const APPOINT_ERRORS = {
  'bad-term': `任期从今天到以后 ${TERM_DAYS.ahead} 天内开始，最长一年。改一下日子。`,
  'not-in-branch': '这位同志已经不在这个支部了，换一位。',
  'written-before': '上一次其实已经定下了，是改之前的日子，就在下面。要换，先结束它再定。',
  'has-term': '这位同志这段日子已经是网评员了。先结束原来的，或者换日子。',
} satisfies ErrorTexts<typeof appointCommentator>;
