import { SUGGESTION_TYPE_TEXT, TOPIC_TEXT } from '../../../../contract/content/suggestion.text';
import type { SuggestionDetail } from '../../../../contract/content/suggestion-shapes';
import type { NoteDetail } from '../../../../contract/note/note-shapes';
import type { Change, Swap } from '../../../../contract/roster/roster-shapes';
import type { MyRecord, RecordKind } from '../../../../contract/people/my-records';
import { CHANNEL_NAME } from '../../../../contract/content/channel.text';
import type { Sheet } from '../../../../contract/star/sheet-shapes';
import { dayOfInstant, type LocalDay } from '../../../../domain/time/local-day';
import { instantText } from '../../../text/data-ask';
import { GRADE_TEXT } from '../../../text/grade';
import { notGrantedText } from '../../../text/my-leave';
import { NOTE_TYPE_TEXT } from '../../../text/note';
import { CHANGE_TEXT, daysText, SWAP_STATE_TEXT } from '../../../text/roster';
import { markText, pointsText } from '../../../text/sheet';
import { myStateText } from '../../../text/study';
import { clockOfMinute, dateText, lengthText } from '../../../text/when';
import { askText } from '../asks/ask-row.view';
import type { KnownYears } from '../kept.view';
import { lookedText } from '../looked/looked-row.view';
import type { MyStudy } from '../../../../contract/study/study-shapes';
import type { Collected, MyResponse, Preferences, Review } from './collect';
import type { Entry, MakeUp } from './collect-studies';
import { BY_OFFICE_TEXT, OTHER_PERIODS, profileOf } from './data.view';
import { labelOf, storedRows, storedText } from './stored.view';

export const FILE_NAME = '清风-我的数据.txt';

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What is stored of the member, as a text file that a person can read; what it lacks is named in it. */
export function fileText(all: Collected, nowMs: number, years: KnownYears): string {
  const { data } = all;
  const today = dayOfInstant(nowMs);
  const sections: readonly Section[] = [
    { title: '你的资料', lines: profileOf(data.profile).map(lineText) },
    {
      title: '存着什么，给谁看，留多久',
      lines: [...storedRows(data, years).map(storedText), BY_OFFICE_TEXT],
    },
    { title: '到期自动删', lines: OTHER_PERIODS.map(lineText) },
    {
      title: '考勤和请假',
      lines: [...all.entries.map(entryText), ...all.calledOff.map(calledOffText)],
    },
    { title: '补学', lines: all.makeUps.flatMap(makeUpLines) },
    { title: '免打扰、睡觉时间和提醒', lines: preferenceLines(all.preferences) },
    { title: '班表的变动', lines: all.changes.map((change) => changeText(change, today)) },
    { title: '换班', lines: all.swaps.map(swapText) },
    { title: '心得和投稿', lines: all.notes.flatMap(noteLines) },
    { title: '对心得的回复和感谢', lines: all.responses.flatMap(responseLines) },
    { title: '建言和答复', lines: all.suggestions.flatMap(suggestionLines) },
    { title: '考核表', lines: all.sheets.flatMap(sheetLines) },
    { title: '年度评议', lines: all.reviews.flatMap(reviewLines) },
    ...all.records.map(({ what, records }) => ({
      title: labelOf(what),
      lines: records.flatMap((record) => recordLines(what, record)),
    })),
    {
      title: '发给你的消息',
      lines: all.messages.map(
        ({ atMs, title, body }) => `${instantText(atMs)} ${title}${withWords(body)}`,
      ),
    },
    { title: '谁看过、导出过、改过你的资料', lines: all.looked.map(lookedText) },
    { title: '你问过的和答复', lines: all.asks.map((ask) => askText(ask, nowMs)) },
  ];
  const texts = sections.flatMap(({ title, lines }) => [
    '',
    `【${title}】`,
    ...(lines.length === 0 ? ['没有'] : lines),
  ]);
  return ['清风 · 我的数据', `导出时间：${instantText(nowMs)}`, ...texts, ''].join('\n');
}

const lineText = ({ label, value }: { readonly label: string; readonly value: string }): string =>
  `${label}：${value}`;
const withWords = (words: string | null): string =>
  words === null || words === '' ? '' : `（${words}）`;

function entryText(entry: Entry): string {
  const { topic, startAtMs, state, reason, leave, leaveReason } = entry;
  const asked =
    leaveReason === undefined || leaveReason === reason ? '' : `请假写的：${leaveReason}`;
  const notGranted = notGrantedText(leave, state);
  const said = [reason ?? '', asked, notGranted].filter((part) => part !== '').join('；');
  return `${instantText(startAtMs)} ${topic} ${myStateText(entry)}${withWords(said)}`;
}

function calledOffText({ topic, sittings, cancelReason, excuseReason }: MyStudy): string {
  const when = sittings[0] === undefined ? '' : `${instantText(sittings[0].startAtMs)} `;
  const leave = excuseReason === null ? '' : `。请假写的：${excuseReason}`;
  return `${when}${topic} 已取消${withWords(cancelReason)}${leave}`;
}

function makeUpLines({ study, untilAtMs, doneAtMs, note, questions, right }: MakeUp): string[] {
  const end =
    doneAtMs === null ? `${instantText(untilAtMs)} 截止` : `${instantText(doneAtMs)} 补完`;
  const answered = questions.filter(({ questionId }) => right.includes(questionId));
  return [
    `${study.topic} ${end}`,
    ...(note === null ? [] : [`  你写的：${note.text}`]),
    ...answered.map(({ text }) => `  答对了：${text}`),
  ];
}

function preferenceLines({ preferences: own, credits }: Preferences): string[] {
  const { night, afterNight, digestMinute } = own;
  return [
    night === null
      ? '夜里睡觉：按支部定的'
      : `夜里睡觉：${clockOfMinute(night.startMinute)} 起 ${lengthText(night.lengthMinutes)}`,
    afterNight === null
      ? '下夜班后睡觉：按支部定的'
      : `下夜班后睡觉：下班 ${lengthText(afterNight.delayMinutes)}后起 ${lengthText(afterNight.lengthMinutes)}`,
    `不急的消息：${digestMinute === null ? '按支部定的' : `${clockOfMinute(digestMinute)} 送`}`,
    ...credits.map(({ title, count }) => `微信提醒“${title}”：还剩 ${count} 次`),
  ];
}

const changeText = ({ kind, fromDay, toDay }: Change, today: LocalDay): string =>
  `${daysText(fromDay, toDay, today)} ${CHANGE_TEXT[kind]}`;

const swapText = ({ proposerName, partnerName, days, state, reason }: Swap): string =>
  `${days.map(dateText).join('、')} ${proposerName}和${partnerName} ${SWAP_STATE_TEXT[state]}${withWords(reason)}`;

const noteLines = ({ type, title, text }: NoteDetail): string[] => [
  `${NOTE_TYPE_TEXT[type]} ${title}`,
  `  ${text}`,
];

function responseLines({
  kind,
  noteTitle,
  text,
  atMs,
  removal,
  isSharedElsewhere,
}: MyResponse): string[] {
  const hidden = isSharedElsewhere === true ? '原来的支部还在分享的一篇心得' : '一篇不再分享的心得';
  const note = noteTitle === null ? hidden : `《${noteTitle}》`;
  if (kind === 'thanks') return [`${instantText(atMs)} 谢了${note}的作者`];
  const { byName = '', reason = '' } = removal ?? {};
  return [
    `${instantText(atMs)} 回复${note}`,
    `  ${text}`,
    ...(removal === null ? [] : [`  ${byName}撤下的：${reason}`]),
  ];
}

const suggestionLines = ({ type, topic, title, steps, ...own }: SuggestionDetail): string[] => [
  `${instantText(own.raisedAtMs)} ${SUGGESTION_TYPE_TEXT[type]} · ${TOPIC_TEXT[topic]} ${title}`,
  `  ${own.text}`,
  ...(own.pictures === undefined ? [] : [`  图 ${own.pictures.length} 张，在这一条里看`]),
  ...steps.flatMap(({ name, officeName, atMs, text }) =>
    text === null ? [] : [`  ${instantText(atMs)} ${officeName}${name}：${text}`],
  ),
];

/** When, of what, and the words below. */
function recordLines(what: RecordKind, { atMs, when, of, words }: MyRecord): string[] {
  const time = when.length === 0 ? instantText(atMs) : when.join(' 到 ');
  return [`${time}${ofText(what, of)}`, ...words.map((each) => `  ${each}`)];
}

function ofText(what: RecordKind, of: string): string {
  if (of === '') return '';
  if (what === 'poll') return ` 第 ${of} 轮，在名册里`;
  if (what === 'nomination') return ` ${of}提的名`;
  if (what === 'commentator-term') return `，${of}任命的`;
  if (what === 'channel-duty') {
    return ` ${of === 'party' || of === 'integrity' ? CHANNEL_NAME[of] : CHANNEL_NAME.newer}`;
  }
  return ` ${of}`;
}

const reviewLines = ({ year, given }: Review): string[] =>
  given === null
    ? []
    : [
        `${year} 年 ${GRADE_TEXT[given.grade]}${withWords(given.reason)}，${given.byName} ${instantText(given.atMs)}记的`,
      ];

function sheetLines({ month, sum, summary, items }: Sheet): string[] {
  const { earnedTenths, possibleTenths } = sum;
  const marked = items.flatMap(({ name, start, marks, appeals }) => [
    ...marks.map(
      ({ points, byName, reason }) =>
        `  ${name} ${markText(points, start)} ${byName}${withWords(reason)}`,
    ),
    ...appeals.map(
      ({ text, answer }) => `  ${name} 你的申诉：${text}${withWords(answer?.reason ?? null)}`,
    ),
  ]);
  return [
    `${month} ${pointsText(earnedTenths)} / ${pointsText(possibleTenths)}`,
    ...(summary === null ? [] : [`  你的小结：${summary.text}`]),
    ...marked,
  ];
}
