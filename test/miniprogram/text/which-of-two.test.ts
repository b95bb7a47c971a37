import type { Detail } from '../../../contract/action';
import { pollToOpenErrors } from '../../../miniprogram/text/ballot-errors';
import { askToShareErrors } from '../../../miniprogram/text/deed-errors';
import type { ErrorText } from '../../../miniprogram/text/errors';
import { OPEN_MAKE_UP_TEXT } from '../../../miniprogram/text/make-up-office';
import { answerSharingErrors, handInErrors } from '../../../miniprogram/text/note-errors';
import { applyRosterErrors } from '../../../miniprogram/text/roster-import-errors';
import {
  answerObjectionErrors,
  decideStarErrors,
  endStarMonthErrors,
  nameStarMeetingErrors,
  nominateErrors,
  objectToStarErrors,
  planStarMonthErrors,
  saveStarMeetingErrors,
  takeBackNominationErrors,
  withdrawFromStarErrors,
} from '../../../miniprogram/text/star-errors';

const said = (text: ErrorText, detail: Detail): string =>
  typeof text === 'function' ? text(detail) : text;

test.each<[ErrorText, Detail, string, string]>([
  [nominateErrors['not-open'], { state: 'not-begun' }, '还没有开始', '名单已经定了'],
  [nominateErrors['not-open'], { state: 'listed' }, '名单已经定了', '还没有开始'],
  [nominateErrors['not-open'], { state: 'over' }, '已经结束', '名单已经定了'],
  [nominateErrors.barred, { isOwn: 1 }, '你这次', '他这次'],
  [nominateErrors.barred, { isOwn: 0 }, '他这次', '你这次'],
  [takeBackNominationErrors['not-open'], { state: 'voting' }, '不能再收回', '还没有开始'],
  [planStarMonthErrors['already-listed'], { state: 'over' }, '已经结束', '名单已经定了'],
  [decideStarErrors['not-to-decide'], { state: 'public' }, '正在公示', '没有计完'],
  [decideStarErrors['not-to-decide'], { state: 'voting' }, '没有计完', '公示'],
  [decideStarErrors['reason-missing'], { outcome: 'accepted' }, '票数相同', '不同意'],
  [decideStarErrors['reason-missing'], { outcome: 'not-accepted' }, '不同意', '票数相同'],
  [objectToStarErrors['not-public'], { state: 'counted' }, '已经收回', '已经结束'],
  [objectToStarErrors['not-public'], { state: 'over' }, '已经结束', '收回'],
  [withdrawFromStarErrors['too-late'], { state: 'counted' }, '计完', '已经结束'],
  [withdrawFromStarErrors['too-late'], { state: 'public' }, '公示', '已经结束'],
  [withdrawFromStarErrors['too-late'], { state: 'over' }, '已经结束', '公示'],
  [pollToOpenErrors['no-list'], { state: 'preparing' }, '还没有定', '已经'],
  [pollToOpenErrors['no-list'], { state: 'public' }, '公示', '还没有定'],
  [pollToOpenErrors['no-list'], { state: 'over' }, '已经结束', '还没有定'],
  [answerObjectionErrors['own-matter'], { isOwn: 1 }, '自己提的', '参加了这次评选'],
  [answerObjectionErrors['own-matter'], { isOwn: 0 }, '参加了这次评选', '自己提的'],
  [endStarMonthErrors['under-way'], { state: 'public' }, '正在公示', '投票'],
  [endStarMonthErrors['under-way'], { state: 'voting' }, '正在投票', '公示'],
  [nameStarMeetingErrors['not-recorded'], { lacks: 'register' }, '签到册', '会议记录'],
  [nameStarMeetingErrors['not-recorded'], { lacks: 'minutes' }, '会议记录', '签到册'],
  [saveStarMeetingErrors.final, { state: 'over' }, '已经结束', '定稿'],
  [pollToOpenErrors['has-poll'], { state: 'open' }, '已经开始', '计了票'],
  [pollToOpenErrors['has-poll'], { state: 'closed' }, '计了票', '已经开始'],
  [OPEN_MAKE_UP_TEXT['not-invited'], { why: 'left' }, '离开支部', '名单'],
  [OPEN_MAKE_UP_TEXT['not-invited'], { why: 'not-listed' }, '名单', '离开支部'],
  [handInErrors['in-use'], { state: 'asked' }, '等你回复', '正在分享'],
  [handInErrors['in-use'], { state: 'used' }, '正在分享', '等你回复'],
  [answerSharingErrors['not-asked'], { state: 'returned' }, '退回', '已经不在'],
  [askToShareErrors['not-checked'], { check: 'pending' }, '在检查', '先看一眼'],
  [askToShareErrors['not-checked'], { check: 'to-look-at' }, '先看一眼', '在检查'],
  [applyRosterErrors['cannot-leave'], { why: 'last-secretary' }, '唯一的书记', '党委工作部'],
  [applyRosterErrors['cannot-leave'], { why: 'office' }, '党委工作部', '唯一的书记'],
  [applyRosterErrors['cannot-leave'], { why: 'self' }, '你自己', '唯一的书记'],
])('of the reasons of one code the one that holds is said: %p %j', (text, detail, named, other) => {
  expect(said(text, detail)).toContain(named);
  expect(said(text, detail)).not.toContain(other);
});
