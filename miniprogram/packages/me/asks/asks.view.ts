import type { ErrorOf, InputOf, OutputOf } from '../../../../contract/action';
import type { askAboutData, myDataAsks } from '../../../../contract/people/data-asks';
import {
  CORRECTED_THINGS,
  DATA_ASK_LIMITS,
  type CorrectedThing,
} from '../../../../domain/people/data-ask';
import { cleanWords } from '../../../../domain/words/clean-words';
import type { Placeholder, Shown } from '../../../state/shown';
import { ANSWER_SPAN_TEXT, CORRECTED_TEXT } from '../../../text/data-ask';
import type { ErrorTexts } from '../../../text/errors';
import { toAskRow, type AskRow } from './ask-row.view';

export type AsksPage = OutputOf<typeof myDataAsks>;

/** A look that is asked about, as its line names it; null: a correction is asked for. */
export type AskedLook = { readonly entryId: string; readonly text: string } | null;

export interface AskForm {
  readonly askId: string;
  readonly of: CorrectedThing;
  readonly words: string;
}

export interface AsksContent {
  readonly kind: 'content';
  readonly rows: readonly AskRow[];
  readonly hasOlder: boolean;
}
export type AsksView = Placeholder | AsksContent;

export const opening: AsksView = { kind: 'loading' };
export const unknownAsks: Shown<AsksPage> = { kind: 'loading' };
export const noMorePages: readonly AsksPage[] = [];
export const noLook: AskedLook = null;
export const startForm = (askId: string): AskForm => ({ askId, of: 'profile', words: '' });

export const WORDS_MISSING_TEXT = '写一句再发。';
export const SENT_TEXT = `发出去了，${ANSWER_SPAN_TEXT}。答复会放进消息，也在下面。`;

export const ASK_ERRORS: ErrorTexts<typeof askAboutData> = {
  'already-asked': '这一次已经问过了，答复在下面看。',
  'too-many-open': `已经有 ${DATA_ASK_LIMITS.open} 件在等答复，等答复了再问。`,
} satisfies Record<ErrorOf<typeof askAboutData>, string>;

export interface FormView {
  /** '' of a correction. */
  readonly look: string;
  readonly of: CorrectedThing;
  readonly things: readonly {
    readonly of: CorrectedThing;
    readonly text: string;
    readonly isOn: boolean;
  }[];
  readonly hint: string;
  readonly note: string;
}

export function toForm(look: AskedLook, of: CorrectedThing): FormView {
  if (look !== null) {
    return {
      look: look.text,
      of,
      things: [],
      hint: '比如：这时候看我的记录，是为了什么',
      note: `由纪检委员答复；没有纪检委员，由书记答复。谁看的，谁不答复，换党委工作部来。${ANSWER_SPAN_TEXT}。`,
    };
  }
  return {
    look: '',
    of,
    things: CORRECTED_THINGS.map((thing) => ({
      of: thing,
      text: CORRECTED_TEXT[thing],
      isOn: thing === of,
    })),
    hint: '现在写的是什么，应该是什么',
    note: `书记和组织委员看得到，${ANSWER_SPAN_TEXT}。`,
  };
}

/** undefined: nothing is written yet. */
export function inputOf(
  { askId, of, words }: AskForm,
  look: AskedLook,
): InputOf<typeof askAboutData> | undefined {
  const clean = cleanWords(words);
  if (clean === '') return undefined;
  const about =
    look === null
      ? { kind: 'correction' as const, of }
      : { kind: 'look' as const, entryId: look.entryId };
  return { askId, about, words: clean };
}

export function toView(state: Shown<AsksPage>, more: readonly AsksPage[], nowMs: number): AsksView {
  if (state.kind !== 'known') return state;
  const pages = [state.output, ...more];
  return {
    kind: 'content',
    rows: pages.flatMap(({ asks }) => asks.map((ask) => toAskRow(ask, nowMs))),
    hasOlder: (pages.at(-1)?.nextCursor ?? null) !== null,
  };
}
