import {
  answerNotices,
  choosePreferences,
  dieSending,
  leaveOneDue,
  sendNotices,
  subscribe,
  tellAfterNight,
  tellAtNight,
} from './live-notices';
import { importRoster, makeFiles } from './live-files';
import { beginContest, beginLectures } from './live-contests';
import { fillChannels } from './live-channels';
import { fillLibrary } from './live-library';
import { writeNotes } from './live-notes';
import { raiseSuggestions } from './live-suggestions';
import { changePeople, setUpRotations } from './live-people';
import { changeShifts, swapShifts } from './live-shifts';
import { beginAssessing } from './live-sheets';
import { beginStar } from './live-star';
import { checkInsOfTheMorning, holdStudy, replies, writeStudies } from './live-studies';
import { at, FIRST_DAY, NEXT_DAY, type Stage } from './stage';

/**
 * A day and a half of the demo organisation, so that documents of every shape are there. Ends at
 * 15:50 of the next day: some messages wait, some are due, and a sender has died.
 */
export async function liveFirstDays(stage: Stage): Promise<void> {
  const { clock } = stage.cloud;
  const { messages } = stage.cloud.wechat;
  await subscribe(stage);
  await checkInsOfTheMorning(stage);
  await writeStudies(stage);
  await replies(stage);
  messages.nextSend({ kind: 'error', errcode: 43101 });
  messages.nextSend({ kind: 'lost', delivered: true });
  messages.nextSend({ kind: 'error', errcode: 47003 });
  await choosePreferences(stage);
  await clock.set(at(FIRST_DAY, '10:55'));
  await sendNotices(stage);
  await clock.set(at(FIRST_DAY, '11:05'));
  await answerNotices(stage);
  await beginStar(stage);
  await beginAssessing(stage);
  await changePeople(stage);
  await setUpRotations(stage);
  await changeShifts(stage);
  await swapShifts(stage);
  await holdStudy(stage);
  await writeNotes(stage);
  await raiseSuggestions(stage);
  await fillChannels(stage);
  await fillLibrary(stage);
  await beginContest(stage);
  await beginLectures(stage);
  await clock.set(at(FIRST_DAY, '22:30'));
  await tellAtNight(stage);
  await clock.set(at(NEXT_DAY, '08:10'));
  await tellAfterNight(stage);
  await makeFiles(stage, 'first');
  await importRoster(stage, { part: 'first', staffNumber: 'QY99005' });
  await clock.set(at(NEXT_DAY, '15:44'));
  await dieSending(stage);
  clock.jump(at(NEXT_DAY, '15:49'));
  await leaveOneDue(stage);
  clock.jump(at(NEXT_DAY, '15:50'));
}
