import { MOST_CHARACTERS } from '../../../../contract/limits';
import { TITLE_MISSING_TEXT } from '../../../text/errors';
import type { OutputOf } from '../../../../contract/action';
import type { raiseSuggestion } from '../../../../contract/content/raising';
import {
  COMMITTEE_TEXT,
  SUGGESTION_TYPE_TEXT,
  TOPIC_TEXT,
} from '../../../../contract/content/suggestion.text';
import {
  SUGGESTION_DAYS,
  SUGGESTION_LIMITS,
  SUGGESTION_TYPES,
  TOPICS,
} from '../../../../domain/content/suggestion/suggestion';
import {
  lackingOfMineText,
  lastDayBefore,
  NOT_RUNG_TEXT,
  rangText,
} from '../suggestion-words.view';
import { phoneRefusalText } from '../../../text/phone-refusal';
import { NOT_ADDED_TEXT } from '../../../text/picture';
import type { PhoneRefusal } from '../../../state/phone-refusal';
import type { Form } from '../kept-forms';
import { wordsFault } from '../../../text/too-long';

const HINT: Readonly<Record<Form['type'], string>> = {
  proposal: '现在怎样，想怎样',
  concern: '什么事放心不下，希望怎么帮',
  hazard: '在哪里，什么样，做了什么',
};

/** What stands chosen until somebody chooses. docs/rules.md#R-337 */
const FIRST_TOPIC: Readonly<Record<Form['type'], Form['topic']>> = {
  proposal: 'living',
  concern: 'living',
  hazard: 'safety',
};

/** The topic once the type is another: one that somebody chose stays. */
export function topicFor(
  type: Form['type'],
  { type: before, topic, isTopicChosen }: Pick<Form, 'type' | 'topic' | 'isTopicChosen'>,
): Form['topic'] {
  const isChosen = isTopicChosen || topic !== FIRST_TOPIC[before];
  return isChosen ? topic : FIRST_TOPIC[type];
}

const pill = <Id extends string>(id: Id, text: string, chosen: Id) => ({
  id,
  text,
  isOn: id === chosen,
});

function toNote(to: Form['to'], isUrgent: boolean): string {
  if (to === 'branch') return '支部书记看得到，也可能转给别的部门，转到哪里你都看得见。';
  const others = isUrgent ? '很急的，响到的人也看得到' : '支部看不到';
  return `${COMMITTEE_TEXT}看得到，${others}。`;
}

export function toFormView(
  { to, type, topic, title, text, isUrgent, pictures }: Form,
  branchName: string | undefined,
) {
  const room = SUGGESTION_LIMITS.pictures - pictures.length;
  return {
    to,
    type,
    topic,
    title,
    text,
    isUrgent,
    tos: [pill('branch', branchName ?? '支部', to), pill('committee', COMMITTEE_TEXT, to)],
    toNote: toNote(to, isUrgent),
    types: SUGGESTION_TYPES.map((each) => pill(each, SUGGESTION_TYPE_TEXT[each], type)),
    topics: TOPICS.map((each) => pill(each, TOPIC_TEXT[each], topic)),
    hint: HINT[type],
    pictures: pictures.map(({ pictureId, path }, at) => ({
      pictureId,
      src: path,
      label: `第 ${at + 1} 张图`,
    })),
    room: room === 0 ? '' : `还可加 ${room} 张`,
    mayBeUrgent: type === 'hazard',
    urgentNote: isUrgent
      ? '现在就响当班的负责人，夜里也响。先打值长电话，再在这里写。'
      : '不急的，等负责人醒着、下了班再看到。',
    days: `${SUGGESTION_DAYS.reply} 天内有人回话，每一步你都看得见。`,
  };
}

/** What is missing, in words; '' when it can be sent. */
export function missingIn({ title, text }: Form): string {
  const titleFault = wordsFault(title, MOST_CHARACTERS.title, TITLE_MISSING_TEXT);
  return titleFault === ''
    ? wordsFault(text, SUGGESTION_LIMITS.text, '还没写是什么事。')
    : titleFault;
}

/** Of what has arrived; of an urgent one some pictures may not have. */
export function sentText(
  arrived: OutputOf<typeof raiseSuggestion>,
  isUrgent: boolean,
  nowMs: number,
): string {
  const { dueAtMs, lacking = 0 } = arrived;
  const answer = `${lastDayBefore(dueAtMs, nowMs)}前有人回话。`;
  const done = isUrgent ? rangText(arrived) : '提上去了，';
  return `${done}${answer}${lacking === 0 ? '' : lackingOfMineText(lacking)}`;
}

/** Of what waits on this phone. */
export function waitingText({ pictures, isUrgent }: Form, because: string): string {
  const there = pictures.filter(({ fileId }) => fileId !== '').length;
  const progress = there < pictures.length ? `图传了 ${there}/${pictures.length} 张。` : '';
  if (because === '') return `正在送。${progress}可以离开这一页，不会丢。`;
  const first = isUrgent ? NOT_RUNG_TEXT : '';
  return `${first}${progress}${because}`;
}

/** Why no picture was added; '' when the person closed it. */
export const notPickedText = (refusal: PhoneRefusal): string =>
  phoneRefusalText(refusal, 'album', NOT_ADDED_TEXT);
