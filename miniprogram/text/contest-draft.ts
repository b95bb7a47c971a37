import type { callOffContest } from '../../contract/content/contest-writing';
import type { ErrorTexts } from './errors';

/** Of the draft of a contest, whatever it is of. */
export const PUBLISHED_ALREADY_TEXT = '这次竞赛已经发布，不能再改。要改，先取消再办一次。';
export const DRAFT_SAVED_TEXT = '草稿存好了';
export const WRITTEN_SINCE_TEXT = '刚才又改了。草稿已经存下，看一眼再点一次发布。';
export const DRAFT_DROPPED_REASON = '草稿不要了';

/** Why it is not saved. */
export const draftRefusals = {
  'already-published': PUBLISHED_ALREADY_TEXT,
  'contest-called-off': '别人刚把这份草稿删了，或者取消了。你写的都还在，再存一次就是新的一份。',
  'changed-meanwhile': '别人刚改过。看过最新的再改，你写的还在手机里。',
} as const;

/** Why it is not published. */
export const publishRefusals = {
  'changed-meanwhile': '别人刚改过。返回再进来，看过最新的再发布。',
  'bad-window': '开始的时间已经过了，或者太远。改一下时间再发布。',
  'contest-called-off': '这份草稿已经不要了。返回再办一次。',
} as const;

/** Why it is not dropped. */
export const callOffDraftErrors = {
  'contest-over': '这次竞赛已经结束了。',
  'already-published': '别人刚发布了，没有删。真要取消，到竞赛页点“这次不办了”。',
  'changed-meanwhile': '别人刚改过这份草稿，没有删。看过最新的，再决定要不要。',
  'written-before': '这次竞赛已经取消了，不用再删。',
} satisfies ErrorTexts<typeof callOffContest>;

export const toldOfPublishingText = (people: number): string => `发布了，到时告诉 ${people} 人`;
