import { api } from '../../contract/api';
import { addDays } from '../../domain/time/local-day';
import { NEXT_DAY, type Stage, WHO } from './stage';

const { content } = api;

const supper = {
  to: 'branch',
  type: 'proposal',
  topic: 'living',
  title: '中班下班，食堂已经关了',
  text: '走到食堂 20:15，窗口 20 点就关。能不能晚半小时。',
  isUrgent: false,
} as const;

/** One that waits, one that was taken back, and an urgent one that has rung. */
export async function raiseSuggestions({ recorder }: Stage): Promise<void> {
  const author = recorder.phoneOf('yx22');
  await author.get(content.raiseSuggestion, { ...supper, suggestionId: 'supper' });
  await author.get(content.raiseSuggestion, { ...supper, suggestionId: 'supper-again' });
  await author.get(content.takeBackSuggestion, { suggestionId: 'supper-again' });
  const urgent = { type: 'hazard', topic: 'safety', isUrgent: true } as const;
  await author.get(content.raiseSuggestion, { ...supper, ...urgent, suggestionId: 'leak' });
}

/** Every action on suggestions, on what the first days have left. */
export async function answerSuggestions({ recorder }: Stage): Promise<void> {
  const author = recorder.phoneOf('yx22');
  const secretary = recorder.phoneOf(WHO.secretary);
  const office = recorder.phoneOf(WHO.office);
  const suggestionId = 'supper';
  const step = async (stepId: string) => {
    const { suggestion } = await author.get(content.suggestionDetail, { suggestionId });
    return { suggestionId, stepId, revision: suggestion.revision };
  };
  await author.get(content.raiseSuggestion, { ...supper, suggestionId: 'supper-next' });
  await author.get(content.takeBackSuggestion, { suggestionId: 'supper-next' });
  await author.get(content.mySuggestions, {});
  await secretary.get(content.branchSuggestions, { which: 'owed' });
  await secretary.get(content.suggestionOffices, { suggestionId });
  const promise = { text: '问了食堂', promisedDay: addDays(NEXT_DAY, 5) };
  await secretary.get(content.takeSuggestion, { ...(await step('take')), ...promise });
  const toOffice = { toBranchId: null, text: '食堂归公司管' };
  await secretary.get(content.forwardSuggestion, { ...(await step('forward')), ...toOffice });
  await office.get(content.committeeSuggestions, { which: 'owed' });
  await office.get(content.answerSuggestion, { ...(await step('answer')), text: '开到 20:30' });
  await author.get(content.settleSuggestion, { ...(await step('more')), missing: '还差一刻钟' });
  await office.get(content.answerSuggestion, { ...(await step('again')), text: '开到 20:45' });
  await author.get(content.settleSuggestion, { ...(await step('settle')), missing: null });
  await secretary.get(content.suggestionTopics, {});
}
