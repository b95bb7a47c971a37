import type * as Outbox from '../../../miniprogram/api/outbox';
import type * as WaitingWrites from '../../../miniprogram/api/waiting-writes';
import type * as Refill from '../../../miniprogram/state/refill';
import { reply } from '../../../contract/study/mine';
import { anInbox } from '../../builders/phone/notice';
import { no, noNetwork, yes } from '../fake-phone';
import { runOnOldIos, type OldIos } from '../old-ios';
import { TaskPromise } from '../task-promise';

const coming = (studyId: string) => ({
  studyId,
  reply: { kind: 'coming' as const, sittingId: 'a' },
});

test('what stands for the Promise calls back as WeChat documents it for iOS 15', async () => {
  const seen: number[] = [];
  setTimeout(() => seen.push(6), 0);
  seen.push(1);
  const promise = new TaskPromise((resolve) => {
    seen.push(2);
    resolve(undefined);
  });
  seen.push(3);
  void promise.then(() => seen.push(5));
  seen.push(4);
  await new Promise((resolve) => {
    setTimeout(() => resolve(seen.push(7)), 0);
  });
  expect(seen).toEqual([1, 2, 3, 4, 6, 5, 7]);
});

describe('the outbox, where promises call back in tasks', () => {
  let ios: OldIos;
  let outbox: typeof Outbox & typeof WaitingWrites;
  const titles = () => outbox.waitingWrites().map(({ title }) => title);
  const keep = (studyId: string) => outbox.sendOrKeep(reply, coming(studyId), studyId);

  beforeEach(async () => {
    ios = await runOnOldIos(['api/outbox', 'api/waiting-writes']);
    outbox = ios.exported as never;
  });

  it('keeps what found no network and sends it in order, each once, though told of it twice', async () => {
    for (const id of ['s1', 's2', 's3']) expect(await keep(id)).toMatchObject({ ok: 'kept' });
    expect(titles()).toEqual(['s1', 's2', 's3']);
    ios.phone.calls.length = 0;
    ios.phone.answer = () => no('sitting-over');
    const told: string[] = [];
    outbox.onDelivered((delivered) => told.push(...delivered.map(({ waiting }) => waiting.title)));
    await Promise.all([outbox.sendWaiting(), outbox.sendWaiting()]);
    expect(ios.phone.calls.map(({ data }) => data['input'])).toEqual(
      ['s1', 's2', 's3'].map(coming),
    );
    expect(told).toEqual(['s1', 's2', 's3']);
    expect(titles()).toEqual([]);
  });

  it('loses nothing that is written while something else goes out', async () => {
    await keep('s1');
    let answered = 0;
    ios.phone.answer = () => ((answered += 1) === 1 ? no('sitting-over') : noNetwork());
    const sending = outbox.sendWaiting();
    expect(await keep('s2')).toMatchObject({ ok: 'kept' });
    await sending;
    expect(titles()).toEqual(['s2']);
  });
});

describe('a tap, where promises call back in tasks', () => {
  const credits = [{ templateKey: 'notice', templateId: 't1', title: '支部通知', count: 0 }];
  const answers: Readonly<Record<string, unknown>> = {
    recordSubscription: yes({ credits: [] }),
    preferences: yes(preferencesWith(credits)),
    inbox: yes(anInbox([])),
  };

  async function open(page: string): Promise<OldIos> {
    const ios = await runOnOldIos([page, 'state/refill']);
    ios.phone.answer = ({ action }) => answers[String(action)] ?? no('internal');
    await (ios.exported as unknown as typeof Refill).prepareRefill();
    ios.asked.length = 0;
    return ios;
  }

  it('asks WeChat first and calls functions after', async () => {
    const { page, asked, tap } = await open('pages/inbox/inbox');
    const dataset = { messageId: 'must-1', edition: 1, title: '必读' };
    await tap(() => page['onAcknowledgeTap']?.({ currentTarget: { dataset } }));
    expect(asked.slice(0, 4)).toEqual([
      'dialog',
      'recordSubscription',
      'preferences',
      'acknowledge',
    ]);
  });

  it('asks WeChat first where it is all that was tapped for', async () => {
    const { page, asked, tap } = await open('packages/roster/preferences/preferences');
    await page['load']?.();
    asked.length = 0;
    await tap(() => page['onMoreTap']?.());
    expect(asked.slice(0, 2)).toEqual(['dialog', 'recordSubscription']);
  });

  it('is over as soon as something was waited for', async () => {
    const { exported, tap } = await open('pages/inbox/inbox');
    const { learnChoices, requestInTap } = exported as unknown as typeof Refill;
    await expect(tap(() => requestInTap(['t1']))).resolves.toBe('recorded');
    const afterWaiting = tap(() => learnChoices().then(() => requestInTap(['t1'])));
    await expect(afterWaiting).resolves.toBe('refused');
  });
});

function preferencesWith(credits: readonly object[]) {
  const nothing = { night: null, afterNight: null, onDuty: null, digestMinute: null };
  const defaults = {
    nightStartMinute: 1320,
    nightLengthMinutes: 480,
    afterNightDelayMinutes: 60,
    afterNightLengthMinutes: 420,
    onDuty: 'never',
    digestMinute: 1080,
    mostADay: 3,
  };
  return { preferences: nothing, defaults, credits };
}
