import type { OutputOf } from '../../../contract/action';
import { myAttendance } from '../../../contract/study/mine';
import { readAgain } from '../../../miniprogram/state/read-again';
import type { Shown } from '../../../miniprogram/state/shown';
import { holdFakePhone, noNetwork, yes, type FakePhone } from '../fake-phone';

type State = Shown<OutputOf<typeof myAttendance>>;

const asked = (minutesAsked: number) => ({
  entries: [],
  raw: { attended: 0, asked: 0 },
  fair: { attended: 0, couldAttend: 0 },
  minutesAsked,
});

function aPage(month = '2026-03') {
  const told: State[] = [];
  return {
    month,
    told,
    state: { kind: 'loading' } as State,
    question() {
      return { month: this.month };
    },
    show(state: State) {
      this.state = state;
      told.push(state);
    },
  };
}
const minutesOf = (state: State) =>
  state.kind === 'known' ? state.output.minutesAsked : state.kind;

describe('reading again', () => {
  let phone: FakePhone;
  beforeEach(() => {
    phone = holdFakePhone();
  });

  it('shows that it waits, then the answer', async () => {
    phone.answer = () => yes(asked(30));
    const page = aPage();
    await readAgain(page, myAttendance);
    expect(page.told.map(minutesOf)).toEqual(['loading', 30]);
  });

  it('shows what was told last time first, and without a network since when that is known', async () => {
    phone.answer = () => yes(asked(30));
    await readAgain(aPage(), myAttendance);
    phone.answer = noNetwork;
    const page = aPage();
    await readAgain(page, myAttendance);
    expect(page.told.map(minutesOf)).toEqual([30, 30]);
    expect(page.told.map((state) => state.kind === 'known' && state.asOfAtMs !== null)).toEqual([
      false,
      true,
    ]);
  });

  it('keeps what it knows on the screen while it asks anew', async () => {
    phone.answer = () => yes(asked(30));
    const page = aPage();
    await readAgain(page, myAttendance);
    phone.answer = () => yes(asked(60));
    await readAgain(page, myAttendance);
    expect(page.told.map(minutesOf)).toEqual(['loading', 30, 60]);
  });

  it('drops the answer to a question that the page does not ask any more', async () => {
    const page = aPage();
    phone.answer = () => {
      page.month = '2026-02';
      return yes(asked(30));
    };
    await readAgain(page, myAttendance);
    expect(page.told.map(minutesOf)).toEqual(['loading']);
  });
});
