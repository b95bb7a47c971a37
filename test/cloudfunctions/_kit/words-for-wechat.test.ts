import { is, safeParse } from 'valibot';
import { NOT_GIVEN, wordsIn } from '../../../cloudfunctions/_kit/words-for-wechat';
import type { Action } from '../../../contract/action';
import { api } from '../../../contract/api';
import type { NoticeDraft } from '../../../contract/notice/notice-shapes';
import { accountOf } from '../../builders/documents';
import { plantOnly, snapshot } from '../../builders/stored';
import { phone } from '../../client';
import { share } from '../../long-by-nature';
import { startTestCloud, type TestCloud } from '../../worlds/test-cloud';
import { goodInput } from './every-action/good-inputs';
import { everyAction, newScene, type Scene } from './every-action/scene';
import { withWords } from './every-action/spoil';
import { textFields } from './every-action/text-fields';
import { whoMay } from './every-action/who-may';

/** Fields that take any text and are none that somebody writes for others, and what they are. */
const NO_TEXTS: Readonly<Record<string, string>> = {
  cursor: 'a place in a list, made by the function',
  fileId: 'the name of an uploaded file, made by the platform',
  link: 'the address of an article of WeChat, which is refused where it is none',
  payload: 'what a code says',
  templateId: 'the name of a template of WeChat',
};

/** One that every length of a field can take, and one for fields that ask for much. */
const REFUSED = ['假违法词', '一句假违法词。'.repeat(8)];
const UNSURE = ['假时政词', '一句假时政词。'.repeat(8)];

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
afterEach(() => jest.restoreAllMocks());

const notAsked = new Set<string>([
  // Keeps a draft for its writer; what is handed in is refused: content/channel/editing.test.ts.
  'content.saveItem',
  ...NOT_GIVEN['looks-for'],
  ...NOT_GIVEN['shows-first'],
  ...NOT_GIVEN['names-somebody'],
]);
const asking = everyAction().filter(
  ({ key, action }) => textFields(action.input).some(isOfWords) && !notAsked.has(key),
);

function isOfWords({ schema }: { readonly schema: Action['input'] }): boolean {
  return wordsIn(schema, 'words').length > 0;
}

/** Somebody who may do it, so that the words alone are what is refused. */
function entitled(key: string) {
  const roles = whoMay[key]?.roles ?? [];
  const role = roles.includes('committee-office') ? 'committee-office' : roles[0];
  return phone(cloud, accountOf(`the-${role ?? 'nobody'}`));
}

async function freshScene(): Promise<Scene> {
  const scene = newScene('own');
  await plantOnly(cloud, scene.documents);
  return scene;
}

/** Words that a good input need not have; they are looked at before whether they were called for. */
const SAID_SOMETIMES: Readonly<Record<string, object>> = {
  'star.openPoll': { lowerBecause: 'too few had voted' },
};

/** The good input of an action with one of its texts, whichever it is, replaced by these words. */
function spoken(key: string, action: Action, scene: Scene, words: readonly string[]) {
  return words
    .flatMap((each) =>
      withWords({ ...(goodInput(key, scene) as object), ...SAID_SOMETIMES[key] }, each),
    )
    .filter(({ input }) => {
      const read = safeParse(action.input, input);
      return (
        read.success && wordsIn(action.input, read.output).some((each) => words.includes(each))
      );
    });
}

test('R-313: every field of an input that takes any text is words, or none that others read', () => {
  const unknown = everyAction().flatMap(({ key, action }) =>
    textFields(action.input)
      .filter((field) => is(field.schema, '一句话') || is(field.schema, '一句话'.repeat(20)))
      .filter((field) => !isOfWords(field) && NO_TEXTS[field.name] === undefined)
      .map(({ name }) => `${key}: ${name} is not made by Words of contract/fields.ts`),
  );
  expect(unknown).toEqual([]);
  expect(asking.length).toBeGreaterThan(60);
});

test('R-313: no text is longer than one check of WeChat takes', () => {
  const longer = everyAction().flatMap(({ key, action }) =>
    textFields(action.input)
      .filter((field) => isOfWords(field) && is(field.schema, '字'.repeat(2501)))
      .map(({ name }) => `${key}: ${name}`),
  );
  expect(longer).toEqual([]);
});

test('R-313: what is not given has words, and an action that asks by itself can refuse them', () => {
  const listed: Readonly<Record<string, Readonly<Record<string, Action>>>> = api;
  const actionOf = (key: string) => listed[key.split('.')[0] ?? '']?.[key.split('.')[1] ?? ''];
  for (const key of Object.values(NOT_GIVEN).flat()) {
    const action = actionOf(key);
    expect({ key, has: action && textFields(action.input).some(isOfWords) }).toEqual({
      key,
      has: true,
    });
  }
  const own = everyAction().filter(({ action }) => action.errors.includes('words-refused'));
  // The words of a list of questions stand in its file.
  expect(own.map(({ key }) => key).filter((key) => key !== 'content.importQuestions')).toEqual(
    expect.arrayContaining([...NOT_GIVEN['asks-itself']]),
  );
  expect(own).toHaveLength(NOT_GIVEN['asks-itself'].length + 1);
});

describe.each(share(asking, 4))('$key', ({ key, action }) => {
  test('R-313: words that WeChat refuses change nothing', async () => {
    const scene = await freshScene();
    const before = snapshot(cloud);
    const inputs = spoken(key, action, scene, REFUSED);
    expect(inputs.length).toBeGreaterThan(0);
    for (const { how, input } of inputs) {
      const reply = await entitled(key).callWith(action, input);
      const code = reply.ok ? 'ok' : reply.code;
      expect({ how, code }).toEqual({ how, code: 'words-refused' });
    }
    expect(snapshot(cloud)).toBe(before);
  });

  test('R-313: what it is not sure of stops only what says so', async () => {
    const scene = await freshScene();
    const [first] = spoken(key, action, scene, UNSURE);
    const reply = await entitled(key).callWith(action, first?.input);
    const code = reply.ok ? 'ok' : reply.code;
    expect(code).not.toBe('words-refused');
    expect(code === 'words-unsure').toBe(action.errors.includes('words-unsure'));
  });
});

test('R-313: only what colleagues read before an officer waits for a sure answer', () => {
  const held = asking.filter(({ action }) => action.errors.includes('words-unsure'));
  expect(held.map(({ key }) => key).sort()).toEqual([
    'member.proposeSwap',
    'note.replyToNote',
    'star.answerNomination',
    'star.nominate',
  ]);
});

describe('one call', () => {
  const office = () => phone(cloud, accountOf('the-committee-office'));
  const checked = () => jest.spyOn(cloud.wechat.content, 'checkText');

  test('R-313: asks once for all that is written in it', async () => {
    const scene = await freshScene();
    const asked = checked();
    await office().callWith(api.branch.savePaperStyle, goodInput('branch.savePaperStyle', scene));
    expect(asked).toHaveBeenCalledTimes(1);
    const content = String(asked.mock.calls[0]?.[0]['content']);
    expect(content.split('\n')).toEqual(
      expect.arrayContaining(['Power Station', 'Book', 'Member', 'Chair', 'kept by the branch']),
    );
  });

  test('R-313: asks in two parts where that is more than one check takes', async () => {
    const scene = await freshScene();
    const asked = checked();
    const long = { text: '字'.repeat(2000), decisions: `${'词'.repeat(790)}假违法词` };
    const input = { ...(goodInput('branch.saveMinutes', scene) as object), ...long };
    const reply = await office().callWith(api.branch.saveMinutes, input);
    expect(reply).toMatchObject({ code: 'words-refused', detail: { label: 20006 } });
    expect(asked).toHaveBeenCalledTimes(2);
  });

  test.each(['star.nominate', 'notify.sendNotice', 'study.cancelStudy'])(
    'R-313: of a phone that has no words for it says what it has words for: %s',
    async (key) => {
      const scene = await freshScene();
      const action = everyAction().find((each) => each.key === key)?.action;
      if (action === undefined) throw new Error(key);
      const [first] = spoken(key, action, scene, REFUSED);
      const call = { action: action.name, input: first?.input, requestId: 'r' };
      const send = (clientVersion: string) =>
        entitled(key).send(action.fn, { ...call, clientVersion });
      expect(await send('0.2.0')).toMatchObject({ ok: false, code: 'bad-input' });
      expect(await send('0.3.0')).toMatchObject({ ok: false, code: 'words-refused' });
    },
  );

  test('R-313: an urgent hazard and a message about safety go out where WeChat does not answer', async () => {
    const scene = await freshScene();
    checked().mockImplementation(() => {
      throw new Error('no answer');
    });
    const { raiseSuggestion } = api.content;
    const hazard = goodInput('content.raiseSuggestion', scene);
    expect(hazard).toMatchObject({ type: 'hazard', isUrgent: true });
    expect(await office().callWith(raiseSuggestion, hazard)).toMatchObject({ ok: true });
    const notice = goodInput('notify.sendNotice', scene) as { readonly draft: NoticeDraft };
    const safety = { kind: 'safety', channel: 'safety', urgency: 'urgent', sendAfterAtMs: null };
    const input = { ...notice, draft: { ...notice.draft, ...safety } };
    expect(await office().callWith(api.notify.sendNotice, input)).toMatchObject({ ok: true });
  });
});
