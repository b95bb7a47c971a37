import type { SuggestionDetail, SuggestionRow } from '../../../contract/content/suggestion-shapes';
import { instantOf, localDay } from '../../../domain/time/local-day';
import { at } from './study';

export function aRow(fields: Partial<SuggestionRow> = {}): SuggestionRow {
  return {
    suggestionId: 's1',
    type: 'proposal',
    topic: 'living',
    title: '食堂晚半小时',
    authorName: '周立新',
    branchName: '运行支部',
    isUrgent: false,
    state: 'received',
    raisedAtMs: at('9:05'),
    changedAtMs: at('9:05'),
    dueAtMs: instantOf(localDay('2026-03-15'), 0),
    isOverdue: false,
    officeName: '运行支部',
    ...fields,
  };
}

export function aDetail(fields: Partial<SuggestionDetail> = {}): SuggestionDetail {
  return {
    ...aRow(),
    text: '走到食堂 20:15，窗口 20 点就关。',
    isMine: true,
    canDecide: false,
    revision: 0,
    steps: [aStep('raise', { isMine: true })],
    ...fields,
  };
}

type Step = SuggestionDetail['steps'][number];

export const aStep = (kind: Step['kind'], fields: Partial<Step> = {}): Step => ({
  kind,
  name: '秦明远',
  isMine: false,
  officeName: '',
  atMs: at('9:05'),
  text: null,
  promisedAtMs: null,
  ...fields,
});
