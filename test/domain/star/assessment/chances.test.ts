import { chanceOfLine } from '../../../../domain/star/assessment/chances';
import type { KeptBy, RegisterLine } from '../../../../domain/study/attendance';

const line = (rest: Partial<RegisterLine> = {}): RegisterLine => ({
  record: null,
  reply: null,
  corrections: [],
  ...rest,
});
const marked = (state: 'attended' | 'late' | 'absent' | 'excused' | 'to-confirm') =>
  line({ record: { state } });

test.each<{
  what: string;
  given: RegisterLine;
  keptBy: KeptBy | null;
  leave?: 'throughout';
  is: string;
}>([
  { what: 'who was in', given: marked('attended'), keptBy: null, is: 'came' },
  { what: 'who was late', given: marked('late'), keptBy: null, is: 'came' },
  { what: 'who came off duty', given: marked('attended'), keptBy: 'on-duty', is: 'came' },
  { what: 'who could have come', given: line(), keptBy: null, is: 'missed' },
  { what: 'marked absent', given: marked('absent'), keptBy: null, is: 'missed' },
  { what: 'on duty in all sittings', given: line(), keptBy: 'on-duty', is: 'on-duty' },
  { what: 'kept by sleep', given: line(), keptBy: 'asleep', is: 'asleep' },
  { what: 'asleep, and marked absent', given: marked('absent'), keptBy: 'asleep', is: 'asleep' },
  {
    what: 'on leave while asleep',
    given: line({ reply: { kind: 'excused' } }),
    keptBy: 'asleep',
    is: 'on-leave',
  },
  { what: 'who came out of bed', given: marked('late'), keptBy: 'asleep', is: 'came' },
  {
    what: 'put right as asleep',
    given: line({ corrections: [{ to: 'asleep', atMs: 1 }] }),
    keptBy: null,
    is: 'asleep',
  },
  { what: 'excused', given: line({ reply: { kind: 'excused' } }), keptBy: null, is: 'on-leave' },
  {
    what: 'on leave that is in the roster',
    given: line(),
    keptBy: null,
    leave: 'throughout',
    is: 'on-leave',
  },
  { what: 'away', given: line(), keptBy: 'away', is: 'away' },
  {
    what: 'whose scan waits for a word',
    given: marked('to-confirm'),
    keptBy: null,
    is: 'to-confirm',
  },
  {
    what: 'who made it up after duty',
    given: line({ makeUp: { doneAtMs: 1 } }),
    keptBy: 'on-duty',
    is: 'on-duty',
  },
])('$what: $is', ({ given, keptBy, leave, is }) => {
  const chance = chanceOfLine(given, keptBy, leave ?? 'none');
  expect(chance.kind === 'left-out' ? chance.why : chance.kind).toBe(is);
});
