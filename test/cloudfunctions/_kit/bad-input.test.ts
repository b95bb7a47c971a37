import { safeParse } from 'valibot';
import type { Action } from '../../../contract/action';
import { memberActions } from '../../../contract/people/member';
import { startTestCloud, type TestCloud } from '../../worlds/test-cloud';
import { accountOf } from '../../builders/documents';
import { plantOnly, snapshot, stored } from '../../builders/stored';
import { phone, type Phone } from '../../client';
import { share } from '../../long-by-nature';
import { goodInput } from './every-action/good-inputs';
import { everyAction, newScene, type Scene } from './every-action/scene';
import {
  EXTREMES,
  SPITEFUL_WORDS,
  spoiltInputs,
  withWords,
  type Spoilt,
} from './every-action/spoil';
import { whoMay } from './every-action/who-may';

const { addMember, releaseBinding } = memberActions;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

/** Somebody who may do it, so that the input alone is what is refused. */
function entitled(key: string): Phone {
  const roles = whoMay[key]?.roles ?? [];
  if (roles === 'anyone') return phone(cloud, 'phone-of-nobody');
  const role = roles.includes('committee-office') ? 'committee-office' : roles[0];
  return phone(cloud, accountOf(`the-${role ?? 'nobody'}`));
}

async function freshScene(): Promise<Scene> {
  const scene = newScene('own');
  await plantOnly(cloud, scene.documents);
  return scene;
}

/** What the contract lets through, and some of what it does not: one in every so many. */
function worthSending<T extends { readonly input: unknown }>(
  action: Action,
  inputs: readonly T[],
  every: number,
): readonly T[] {
  const isLetIn = ({ input }: T): boolean => safeParse(action.input, input).success;
  const [letIn, refused] = [inputs.filter(isLetIn), inputs.filter((each) => !isLetIn(each))];
  return [...letIn, ...share(refused, every)];
}

/** Whatever each meets, it fails none from inside; each finds the scene as it was. */
async function expectAnswers(
  caller: Phone,
  action: Action,
  inputs: readonly Omit<Spoilt, 'isEmptyText'>[],
  scene: Scene,
): Promise<void> {
  for (const { how, input } of inputs) {
    const reply = await caller.callWith(action, input);
    expect({ how, code: reply.ok ? 'ok' : reply.code }).not.toEqual({ how, code: 'internal' });
    if (reply.ok) await plantOnly(cloud, scene.documents);
  }
  expect(cloud.lines).toEqual([]);
}

const actions = everyAction();

describe.each(actions)('$key', ({ key, action }) => {
  test('refuses input of every wrong type and size and changes nothing', async () => {
    const caller = entitled(key);
    const scene = await freshScene();
    const before = snapshot(cloud);
    const spoilt = worthSending(action, spoiltInputs(goodInput(key, scene)), 24);
    const replies = await Promise.all(spoilt.map(({ input }) => caller.callWith(action, input)));
    spoilt.forEach(({ how, isEmptyText }, index) => {
      const reply = replies[index];
      const code = reply?.ok === false ? reply.code : 'ok';
      const isCoded = isEmptyText && !['ok', 'internal'].includes(code);
      expect({ how, code: isCoded ? 'bad-input' : code }).toEqual({ how, code: 'bad-input' });
    });
    expect(snapshot(cloud)).toBe(before);
    expect(cloud.lines).toEqual([]);
  });
});

describe.each(share(actions, 12))('$key', ({ key, action }) => {
  test('takes spiteful words for words', async () => {
    const caller = entitled(key);
    const scene = await freshScene();
    const spiteful = SPITEFUL_WORDS.flatMap((words, index) =>
      // Each text of the input meets two of the words; over all actions every one is met often.
      withWords(goodInput(key, scene), words).filter((_, field) => (field + index) % 3 === 0),
    );
    await expectAnswers(caller, action, share(worthSending(action, spiteful, 4), 8), scene);
  });
});

// Others than those above.
describe.each(share([...actions.slice(6), ...actions.slice(0, 6)], 12))(
  '$key',
  ({ key, action }) => {
    test('has a code for whatever lies at the ends of days, months, instants and names', async () => {
      const caller = entitled(key);
      const scene = await freshScene();
      const extreme = EXTREMES.flatMap((each) => withWords(goodInput(key, scene), each));
      await expectAnswers(caller, action, share(worthSending(action, extreme, 12), 8), scene);
    });
  },
);

test('words that look like a query are stored as they were typed', async () => {
  const { target } = await freshScene();
  const name = '{"$ne":1}';
  const office = phone(cloud, accountOf('the-committee-office'));
  const added = { memberId: 'spiteful', name, staffNumber: 'SPITE1', groupId: null, crewId: null };
  await office.get(addMember, { ...added, standing: 'member' });
  expect(stored(cloud, 'members', 'spiteful').name).toBe(name);
  const reason = '$where: sleep(1000)';
  await office.get(releaseBinding, { memberId: target._id, reason });
  expect(stored(cloud, 'members', target._id).lastRelease?.reason).toBe(reason);
});

describe('a call that is no call', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'hello'],
    ['a list', [1]],
    ['no action', { input: {}, requestId: 'r1', clientVersion: '1' }],
    ['an unknown action', { action: 'drop', input: {}, requestId: 'r1', clientVersion: '1' }],
    ['a property of every object', call({ action: 'constructor' })],
    ['the prototype', call({ action: '__proto__' })],
    ['an operator as action', call({ action: { $ne: '' } })],
    ['a huge request id', call({ requestId: 'r'.repeat(100_000) })],
    ['a request id with a path in it', call({ requestId: '../r1' })],
    ['an operator as request id', call({ requestId: { $gt: '' } })],
    ['a huge client version', call({ clientVersion: 'v'.repeat(100_000) })],
  ])('%s is bad input', async (_, data) => {
    for (const fn of ['member', 'study']) {
      const reply = await phone(cloud, 'phone-of-nobody').send(fn, data);
      expect(reply).toMatchObject({ ok: false, code: 'bad-input' });
    }
  });

  test('an account in the data is nobody: who calls is what the platform says', async () => {
    await freshScene();
    const forged = { ...call({}), openId: accountOf('the-secretary'), userInfo: { openId: 'x' } };
    const reply = await phone(cloud, 'phone-of-nobody').send('member', forged);
    expect(reply).toMatchObject({ ok: true, output: { me: null } });
  });
});

function call(rest: Readonly<Record<string, unknown>>) {
  return { action: 'hello', input: {}, requestId: 'r1', clientVersion: '1', ...rest };
}
