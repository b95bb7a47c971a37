import type { Action } from '../../../contract/action';
import { startTestCloud, type TestCloud } from '../../worlds/test-cloud';
import { accountOf } from '../../builders/documents';
import { plantOnly, snapshot } from '../../builders/stored';
import { phone } from '../../client';
import { share } from '../../long-by-nature';
import { unreadableIn } from '../_store/unreadable';
import { goodInput } from './every-action/good-inputs';
import { everyAction, newScene, type BranchId, type Scene } from './every-action/scene';
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
  // What is asked decides which officer it is for, and never whoever it speaks of.
  'member.answerDataAsk': 'for-others',
  // The committee office reaches every contest, and answers that of its own branch.
  'content.answerContest': 'not-asked',
  'content.shareContestResult': 'not-handed-in',
  'content.enterLecture': 'not-asked',
  'content.withdrawLecture': 'not-entered',
  'content.shareLecture': 'not-entered',
  // Who was named to the panel decides.
  'content.lecture': 'not-a-judge',
  'content.judgeLecture': 'not-a-judge',
  // Of what was planted no file lies in storage.
  'content.documentAddress': 'file-gone',
  // So does whose suggestion it is, or who owes its answer.
  'content.suggestionDetail': 'not-found',
  'content.settleSuggestion': 'not-found',
  'content.takeBackSuggestion': 'not-found',
  // So does who wrote it.
  'content.takeBackComment': 'not-found',
  // So does whose note it is.
  'note.answerSharing': 'not-found',
  'note.withdrawNote': 'not-found',
  'note.takeBackResponse': 'not-found',
  // Which channel it is of decides, and who checks what, besides the role.
  'content.saveItem': 'not-your-desk',
  'content.checkItem': 'not-your-desk',
  'content.withdrawItem': 'not-your-desk',
  'content.planIssue': 'not-your-desk',
  'content.giveDuty': 'not-your-duty',
  // So does who was nominated, and by whom.
  'star.answerNomination': 'not-found',
  'star.takeBackNomination': 'not-found',
  // The committee office reaches every branch, and is of one.
  'star.nominate': 'not-of-branch',
  'star.objectToStar': 'not-of-branch',
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

async function ask(key: string, action: Action, caller: CallerName, scene: Scene) {
  const openId = caller === 'nobody' ? 'phone-of-nobody' : accountOf(`the-${caller}`);
  return phone(cloud, openId).callWith(action, goodInput(key, scene));
}

const actions = everyAction();

test('every action has a row in the table of rights, and every row an action', () => {
  expect(Object.keys(whoMay).sort()).toEqual(actions.map(({ key }) => key).sort());
});

describe.each(actions.map((each, place) => ({ ...each, place })))('$key', (each) => {
  const { key, action, place } = each;
  const right = whoMay[key] ?? { roles: [], reach: 'branch' };
  const reached: readonly BranchId[] = right.reach === 'self' ? ['own'] : ['own', 'other'];
  // One of two in turn, in a soak both.
  const branches = share([...reached.slice(place % 2), ...reached.slice(0, place % 2)], 2);
  const read = { already: false };

  describe.each(branches)('%s branch', (branchId) => {
    const cells = CALLERS.map((caller) => ({ caller, expects: expected(right, caller, branchId) }));
    // Each action takes others of them, so that every kind of cell is walked everywhere.
    const some = (all: typeof cells) =>
      share([...all.slice(place % 16), ...all.slice(0, place % 16)], 16);
    const refused = some(cells.filter(({ expects }) => expects !== 'allowed'));
    const allowed = some(cells.filter(({ expects }) => expects === 'allowed'));
    const names = refused.map(({ caller }) => caller).join(', ');

    const refuse = async () => {
      const scene = newScene(branchId);
      await plantOnly(cloud, scene.documents);
      const before = snapshot(cloud);
      await Promise.all(
        refused.map(async ({ caller, expects }) => {
          const { requestId, ...reply } = await ask(key, action, caller, scene);
          expect({ caller, requestId, ...reply }).toEqual({
            caller,
            requestId,
            ok: false,
            code: expects,
          });
        }),
      );
      expect(snapshot(cloud)).toBe(before);
    };
    // What is anyone's refuses nobody.
    if (names !== '') test(`refuses ${names} and changes nothing`, refuse);

    test.each(allowed)('$caller may', async ({ caller }) => {
      const scene = newScene(branchId);
      await plantOnly(cloud, scene.documents);
      const before = snapshot(cloud);
      const reply = await ask(key, action, caller, scene);
      expect(reply.ok ? 'ok' : reply.code).toBe(
        reply.ok ? 'ok' : (OTHER_REFUSALS[key] ?? 'a refusal nobody expects'),
      );
      // What a function writes, each of them has to be able to read; looked at once for an action.
      if (read.already || snapshot(cloud) === before) return;
      read.already = true;
      expect(await unreadableIn(cloud)).toEqual([]);
    });
  });
});
