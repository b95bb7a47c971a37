import { localDay, MS_PER_DAY } from '../../../../../domain/time/local-day';
import { collect } from '../../../../../miniprogram/packages/me/data/collect';
import { aMyStudy, at, NOW_MS } from '../../../../builders/phone/study';
import { aMyData } from '../../../../builders/phone/my-data';
import { aSwap } from '../../../../builders/phone/roster';
import { holdFakePhone, yes, type FakePhone } from '../../../fake-phone';

type Input = { readonly month?: string; readonly year?: number; readonly cursor?: string };

const anEntry = (studyId: string) => ({
  studyId,
  topic: studyId,
  startAtMs: at('14:00'),
  minutes: 40,
  state: 'attended',
  atMs: null,
  reason: null,
});

/** Answers of functions that have nothing, but for those given. */
function answering(given: Readonly<Record<string, (input: Input) => object>>) {
  const nothing: Readonly<Record<string, object>> = {
    myStudies: { nowMs: NOW_MS, studies: [] },
    myAttendance: {
      entries: [],
      raw: { attended: 0, asked: 0 },
      fair: { attended: 0, couldAttend: 0 },
      minutesAsked: 0,
    },
    myRoster: {
      ...{ nowMs: NOW_MS, crewName: null, rotationName: null, days: [], legend: [], quiet: null },
      ...{ sleepToday: [], changes: [], swaps: [] },
    },
    preferences: {
      preferences: { night: null, afterNight: null, digestMinute: null, onDuty: null },
      defaults: {
        ...{ nightStartMinute: 1380, nightLengthMinutes: 480, afterNightDelayMinutes: 60 },
        ...{ afterNightLengthMinutes: 420, onDuty: 'never', digestMinute: 540, mostADay: 3 },
      },
      credits: [],
    },
    myNotes: { nowMs: NOW_MS, notes: [], nextCursor: null },
    mySuggestions: { nowMs: NOW_MS, suggestions: [], nextCursor: null },
    mySheet: { nowMs: NOW_MS, sheet: null, earlierMonth: null },
    inbox: { nowMs: NOW_MS, toAcknowledge: 0, items: [], nextCursor: null },
    whoLooked: { nowMs: NOW_MS, lately: null, entries: [], nextCursor: null },
    myDataAsks: { nowMs: NOW_MS, asks: [], nextCursor: null },
  };
  return ({ action, input }: Record<string, unknown>) => {
    const name = action as string;
    const more = given[name]?.(input as Input) ?? {};
    const year = name === 'myReview' ? reviewOf(input as Input) : {};
    return yes({ ...nothing[name], ...year, ...more });
  };
}

const reviewOf = ({ year }: Input) => ({
  ...{ nowMs: NOW_MS, year, months: [], permille: null, given: null },
});

describe('what the file of my data is made of', () => {
  let phone: FakePhone;
  beforeEach(() => {
    phone = holdFakePhone();
  });
  const collected = async (count: number) => {
    const data = aMyData({ joinedDay: localDay('2026-03-02') });
    const all = await collect({ ...data, kept: [{ what: 'attendance', count }] }, NOW_MS);
    if (!all.ok) throw new Error(`${all.code} of ${String(phone.calls.at(-1)?.data['action'])}`);
    return all.output;
  };
  const monthsOf = (name: string) =>
    phone.calls
      .filter(({ data }) => data['action'] === name)
      .map(({ data }) => (data['input'] as Input).month);

  it('has studies of months to come, of a branch before, and what was called off', async () => {
    const later = at('14:00') + 40 * MS_PER_DAY;
    const [sitting] = aMyStudy().sittings;
    const open = aMyStudy({
      studyId: 'later',
      sittings: [{ ...sitting!, startAtMs: later, endAtMs: later, closesAtMs: later }],
    });
    const off = aMyStudy({ studyId: 'off', isCancelled: true });
    const entries: Readonly<Record<string, string>> = { '2026-04': 'later', '2025-11': 'before' };
    phone.answer = answering({
      myStudies: ({ month }) => ({
        studies: month === undefined ? [open] : month === '2026-02' ? [off] : [],
      }),
      myAttendance: ({ month = '' }) => ({
        entries: entries[month] === undefined ? [] : [anEntry(entries[month])],
      }),
    });
    const all = await collected(3);
    expect(all.entries.map(({ studyId }) => studyId)).toEqual(['later', 'before']);
    expect(all.calledOff.map(({ studyId }) => studyId)).toEqual(['off']);
    // Joined the branch in March 2026; all lines are met in November 2025, and nothing is asked behind.
    expect(monthsOf('myAttendance')).toEqual([
      ...['2026-04', '2026-03', '2026-02', '2026-01', '2025-12', '2025-11'],
    ]);
  });

  it('ends after a year without a study, though more lines are counted', async () => {
    phone.answer = answering({});
    await collected(1);
    expect(monthsOf('myAttendance')).toHaveLength(12);
  });

  it('asks for the roster of all months once, and once more behind the last swap', async () => {
    phone.answer = answering({ myRoster: () => ({ swaps: [aSwap()] }) });
    const { swaps } = await collected(0);
    expect(swaps).toHaveLength(1);
    expect(monthsOf('myRoster')).toEqual(['2021-03', aSwap().days.at(-1)?.slice(0, 7)]);
  });

  it('has replies and thanks, which older functions are not asked for', async () => {
    const asked = () => phone.calls.filter(({ data }) => data['action'] === 'myResponses').length;
    const reply = {
      ...{ responseId: 'r', kind: 'reply', noteId: 'n', noteTitle: null, text: '我们值也这样' },
      ...{ atMs: NOW_MS, removal: null },
    };
    phone.answer = answering({
      myResponses: () => ({ nowMs: NOW_MS, responses: [reply], nextCursor: null }),
    });
    expect((await collected(0)).responses).toEqual([]);
    expect(asked()).toBe(0);
    const data = aMyData({ joinedDay: localDay('2026-03-02') });
    const all = await collect({ ...data, kept: [{ what: 'note-response', count: 1 }] }, NOW_MS);
    expect(all).toMatchObject({ output: { responses: [reply] } });
  });

  it('asks for what has no page where there is any, to its end, and functions before 0.4.0 for none of it', async () => {
    const record = (of: string) => ({ atMs: NOW_MS, when: [], of, words: [] });
    const page = ({ cursor }: { readonly cursor?: string }) =>
      cursor === undefined
        ? { records: [record('first')], nextCursor: 'first' }
        : { records: [record('second')], nextCursor: null };
    phone.answer = answering({ myRecords: page });
    const recordsOf = async (kept: Parameters<typeof collect>[0]['kept']) => {
      const all = await collect({ ...aMyData(), kept }, NOW_MS);
      return all.ok ? all.output.records : all.code;
    };
    const none = { what: 'library-document' as const, count: 0 };
    const some = { what: 'comment' as const, count: 2 };
    expect(await recordsOf([some, none, { what: 'poll', count: 0 }])).toEqual([
      { what: 'comment', records: [record('first'), record('second')] },
    ]);
    expect(await recordsOf([some])).toEqual([]);
  });
});
