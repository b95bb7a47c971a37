import type { Poll, PollCrew } from '../../../contract/star/ballot-shapes';
import { localDay } from '../../../domain/time/local-day';
import { at } from './study';

const candidate = (name: string, crewName: string): Poll['candidates'][number] => ({
  candidateId: name,
  name,
  crewName,
  deeds: [`${name}做的事。`],
  evidence: [{ kind: 'note', title: '缺陷单', day: localDay('2026-03-02') }],
  isWithdrawn: false,
});

/** Of February, since yesterday 13:00 until Friday 18:00, of 30 people, at most two of four. */
export const aShownPoll = (poll: Partial<Poll> = {}): Poll => ({
  pollId: 'p1',
  branchId: 'yunxing',
  month: '2026-02',
  round: 1,
  state: 'open',
  candidates: [
    candidate('许文静', '一值'),
    candidate('韩立群', '五值'),
    candidate('杜小芸', '长白班'),
    candidate('高远', '五值'),
  ],
  choice: { kind: 'up-to', names: 2 },
  electedBy: 'more-than-half',
  tie: 'run-off',
  lotSeed: 'abc123',
  entitled: 30,
  openedAtMs: at('13:00', localDay('2026-03-10')),
  closesAtMs: at('18:00', localDay('2026-03-13')),
  mine: 'can-vote',
  extensions: [],
  cancelled: null,
  closedAtMs: null,
  result: null,
  ...poll,
});

export const aCrew = (name: string | null, crew: Partial<PollCrew> = {}): PollCrew => ({
  crewId: name,
  name,
  shift: null,
  doneMinutes: 360,
  stretchMinutes: [360],
  readyAtMs: at('19:00', localDay('2026-03-10')),
  nextFreeAtMs: null,
  ...crew,
});
