import writeXlsxFile from 'write-excel-file/node';
import { api } from '../../contract/api';
import { addDays, MS_PER_DAY, MS_PER_HOUR } from '../../domain/time/local-day';
import { NEXT_DAY, type Stage, WHO } from './stage';

const { content } = api;

const QUESTION = {
  questionId: 'q1',
  kind: 'single',
  text: '监护人要离开几分钟，动火作业怎么办？',
  options: [
    { optionId: 'a', text: '停下来', isRight: true },
    { optionId: 'b', text: '换个人看着', isRight: false },
  ],
  why: '监护人不在就停，换人要重新交底签字。',
} as const;

/** One that runs from now on, with somebody who has handed in. */
export async function beginContest(stage: Stage): Promise<void> {
  await publish(stage, 'live-contest');
  const member = stage.recorder.phoneOf('yx22');
  await member.get(content.answerContest, { ...answer(stage, 'live-contest'), isHandedIn: true });
}

const JUDGES = ['yx33', 'yx02', 'yx15'] as const;
const CRITERION = { criterionId: 'practice', title: '联系实际', text: '讲身边的事。', points: 100 };

/** One of lectures that takes them in, with one entered. */
export async function beginLectures(stage: Stage): Promise<void> {
  await publishLectures(stage, 'live-lectures');
  await stage.recorder.phoneOf('yx22').get(content.enterLecture, entry('live-lectures'));
}

/** Every action on contests of lectures once at least; it is judged in an hour. */
export async function holdLectures(stage: Stage): Promise<void> {
  const { cloud, recorder } = stage;
  const [writer, member] = [recorder.phoneOf(WHO.secretary), recorder.phoneOf('yx22')];
  const contestId = 'next-lectures';
  await publishLectures(stage, contestId);
  await writer.get(content.lectureForm, { contestId });
  await member.get(content.enterLecture, entry(contestId));
  await member.get(content.shareLecture, { contestId, isShared: true });
  await writer.get(content.relieveJudge, {
    contestId,
    judgeId: 'yx15',
    reason: '这几天出差',
    insteadId: 'yx10',
  });
  cloud.clock.jump(cloud.clock.nowMs() + MS_PER_HOUR);
  const judge = recorder.phoneOf('yx33');
  const { toJudge } = await judge.get(content.lectureContest, { contestId });
  const lectureId = toJudge?.[0]?.lectureId ?? '';
  await judge.get(content.lecture, { contestId, lectureId });
  await judge.get(content.judgeLecture, {
    contestId,
    lectureId,
    judgement: {
      kind: 'marks',
      marks: [{ criterionId: CRITERION.criterionId, points: 88, reason: '事例是班里的。' }],
    },
  });
  await member.get(content.withdrawLecture, { contestId });
}

const entry = (contestId: string) => ({
  contestId,
  revision: 0,
  lecture: { title: '班里的先锋岗', outline: '三件身边的事。', minutes: 15, source: null },
});

async function publishLectures({ cloud, recorder }: Stage, contestId: string): Promise<void> {
  const writer = recorder.phoneOf(WHO.secretary);
  const startAtMs = cloud.clock.nowMs();
  const { revision } = await writer.get(content.saveLectureContest, {
    contestId,
    revision: 0,
    draft: {
      title: '微党课',
      startAtMs,
      endAtMs: startAtMs + MS_PER_HOUR,
      judgeByMs: startAtMs + 2 * MS_PER_HOUR,
      criteria: [{ ...CRITERION }],
      awards: [{ name: '一等奖', places: 1 }],
      tieCriterionId: null,
      judgeIds: [...JUDGES],
    },
  });
  await writer.get(content.publishLectureContest, { contestId, revision });
}

/** Every action on contests once at least. */
export async function holdContest(stage: Stage): Promise<void> {
  const { recorder } = stage;
  const [writer, member] = [recorder.phoneOf(WHO.secretary), recorder.phoneOf('yx22')];
  const ask = { kind: 'find', fromDay: addDays(NEXT_DAY, 1), days: 5, hours: 24 } as const;
  await writer.get(content.contestWindow, { ask });
  const list = { content: (await questionList()).toString('base64') };
  const { planId } = await writer.get(content.checkQuestions, list);
  await writer.get(content.importQuestions, { ...list, planId: planId ?? '' });
  const { questions } = await writer.get(content.questionBank, {});
  await writer.get(content.dropQuestion, { questionId: questions[0]?.questionId ?? '' });
  const contestId = 'next-contest';
  await publish(stage, contestId);
  await writer.get(content.contestForm, { contestId });
  await member.get(content.contests, {});
  await member.get(content.contest, { contestId });
  await member.isRefused(content.shareContestResult, { contestId, isShared: true });
  await member.get(content.answerContest, { ...answer(stage, contestId), isHandedIn: false });
  await member.get(content.answerContest, { contestId, answers: [], isHandedIn: true });
  await member.get(content.shareContestResult, { contestId, isShared: true });
  await member.get(content.contest, { contestId });
  await writer.get(content.callOffContest, { contestId, reason: '题目出错了' });
}

function questionList(): Promise<Buffer> {
  const rows = [
    ['题型', '题目', '选项A', '选项B', '答案', '解析'],
    ['单选', '高处作业，安全带挂在哪里？', '高挂低用', '挂在横杆端头', 'A', '坠落距离越短越好。'],
    ['判断', '交接班记录能代签', '', '', '错', '谁也不能代签。'],
  ];
  return writeXlsxFile(rows).toBuffer();
}

async function publish({ cloud, recorder }: Stage, contestId: string): Promise<void> {
  const writer = recorder.phoneOf(WHO.secretary);
  const startAtMs = cloud.clock.nowMs();
  const { revision } = await writer.get(content.saveContest, {
    contestId,
    revision: 0,
    draft: {
      title: '动火一问',
      round: 1,
      startAtMs,
      endAtMs: startAtMs + 5 * MS_PER_DAY,
      questions: [{ ...QUESTION, options: [...QUESTION.options] }],
    },
  });
  await writer.get(content.publishContest, { contestId, revision });
}

const answer = ({ cloud }: Stage, contestId: string) => ({
  contestId,
  answers: [{ questionId: 'q1', chosen: ['a'], atMs: cloud.clock.nowMs() }],
});
