import type { Action } from '../../../contract/action';
import { startTestCloud, type TestCloud } from '../../worlds/test-cloud';
import { accountOf } from '../../builders/documents';
import { plantOnly, snapshot } from '../../builders/stored';
import { phone } from '../../client';
import { goodInput } from './every-action/good-inputs';
import { everyAction, newScene, type BranchId } from './every-action/scene';
import { EVERY_ROLE, whoMay, type Right, type RoleName } from './every-action/who-may';

type CallerName = RoleName | 'nobody' | 'left';
type Expected = 'allowed' | 'not-bound' | 'not-allowed' | 'not-found';

const CALLERS: readonly CallerName[] = [...EVERY_ROLE, 'nobody', 'left'];

/** Refusals that have nothing to do with rights, for callers who may ask. */
const OTHER_REFUSALS: Readonly<Record<string, string>> = {
  // Whoever is bound may try to bind again; it is the wrong account, not the wrong role.
  'member.bind': 'account-already-bound',
  // Whose swap it is decides, not the role: this one is of two others.
  'member.answerSwap': 'not-found',
  // So does whose note it is.
  'note.answerSharing': 'not-found',
  'note.withdrawNote': 'not-found',
};

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

function expected({ roles, reach }: Right, caller: CallerName, branchId: BranchId): Expected {
  if (roles === 'anyone') return 'allowed';
  if (caller === 'nobody' || caller === 'left') return 'not-bound';
  if (!roles.includes(caller)) return 'not-allowed';
  const reaches = reach === 'self' || branchId === 'own' || caller === 'committee-office';
  return reaches ? 'allowed' : 'not-found';
}

async function ask(key: string, action: Action, caller: CallerName, branchId: BranchId) {
  const scene = newScene(branchId);
  await plantOnly(cloud, scene.documents);
  const before = snapshot(cloud);
  const openId = caller === 'nobody' ? 'phone-of-nobody' : accountOf(`the-${caller}`);
  const reply = await phone(cloud, openId).callWith(action, goodInput(key, scene));
  return { reply, hasChanged: snapshot(cloud) !== before };
}

const actions = everyAction();

test('every action has a row in the table of rights, and every row an action', () => {
  expect(Object.keys(whoMay).sort()).toEqual(actions.map(({ key }) => key).sort());
});

describe.each(actions)('$key', ({ key, action }) => {
  const right = whoMay[key] ?? { roles: [], reach: 'branch' };
  const branches: readonly BranchId[] = right.reach === 'self' ? ['own'] : ['own', 'other'];
  const cells = branches.flatMap((branchId) =>
    CALLERS.map((caller) => ({ caller, branchId, expects: expected(right, caller, branchId) })),
  );

  test.each(cells)('$caller, $branchId branch: $expects', async ({ caller, branchId, expects }) => {
    const { reply, hasChanged } = await ask(key, action, caller, branchId);
    if (expects === 'allowed') {
      expect(reply.ok ? 'ok' : reply.code).toBe(
        reply.ok ? 'ok' : (OTHER_REFUSALS[key] ?? 'a refusal nobody expects'),
      );
      return;
    }
    expect(reply).toEqual({ ok: false, code: expects, requestId: reply.requestId });
    expect(hasChanged).toBe(false);
  });
});
