import { mySuggestions, raiseSuggestion } from '../../../../contract/content/raising';
import { inbox } from '../../../../contract/notice/inbox';
import { myData } from '../../../../contract/people/member';
import { MOST_PICTURE_BYTES } from '../../../../contract/picture-limits';
import type { SuggestionDocument } from '../../../../cloudfunctions/_store/content/suggestion-document';
import { CHECK_MINUTES } from '../../../../domain/words/check-state';
import { MS_PER_DAY, MS_PER_MINUTE } from '../../../../domain/time/local-day';
import { plant, stored } from '../../../builders/stored';
import { useMemberCloud } from '../../../worlds/member-cloud';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import { aRaise, stepsIn } from './suggestion-steps';

const world = useMemberCloud(['content', 'member', 'study', 'notify', 'clock', 'wxevents']);
const { raise, seenBy, before, answer, forward } = stepsIn(world);

beforeEach(() => world.cloud.wechat.content.holdVerdicts());

/** As the member's phone has put it into storage; `risky` and `review` are what WeChat will say of it. */
function picture(memberId: string, pictureId: string) {
  const path = `suggestions/202503/${memberId}/${pictureId}.jpg`;
  const marked = /risky|review/u.exec(pictureId)?.[0] ?? 'plain';
  const content = Buffer.from(`fake-${marked}-picture`);
  return { pictureId, fileId: world.cloud.files.write(path, content) };
}

const verdicts = async () => {
  await world.cloud.wechat.content.deliverVerdicts();
  await world.cloud.wechat.push.settled();
};

const suggestion = (): SuggestionDocument => stored(world.cloud, 'suggestions', 'supper');

/** Which pictures somebody can look at, and what is said of the others. */
const lookedAtBy = async (who: string) =>
  ((await seenBy(who)).pictures ?? []).map(({ pictureId, url, check }) =>
    url === null ? `${pictureId}: ${check}` : pictureId,
  );

const newsOf = async (who: string) => {
  await world.cloud.clock.set(TEST_START_MS + MS_PER_DAY);
  const { items } = await world.of(who).get(inbox, {});
  return items.filter(({ kind }) => kind === 'suggestion-news').map(({ title }) => title);
};

test('until the verdict only who took a picture sees it, then the office does too', async () => {
  await raise('alice', { pictures: [picture('alice', 'a'), picture('alice', 'review')] });
  expect(await lookedAtBy('alice')).toEqual(['a', 'review']);
  expect(await lookedAtBy('secretary')).toEqual(['a: pending', 'review: pending']);
  await verdicts();
  // What WeChat is not sure of, who answers looks at.
  expect(await lookedAtBy('secretary')).toEqual(['a', 'review']);
  expect((await seenBy('secretary')).pictures).toMatchObject([
    { check: 'pass' },
    { check: 'to-look-at' },
  ]);
});

test('pictures go on with the thread to the office that it is forwarded to', async () => {
  await raise('alice', { pictures: [picture('alice', 'a')] });
  await verdicts();
  expect(await forward('secretary', null)).toMatchObject({ ok: true });
  expect(await lookedAtBy('office')).toEqual(['a']);
  expect(await lookedAtBy('secretary')).toEqual(['a']);
});

test('of a refused picture the member hears, and nobody else knows of it', async () => {
  await raise('alice', { pictures: [picture('alice', 'a'), picture('alice', 'risky')] });
  await verdicts();
  expect(await lookedAtBy('secretary')).toEqual(['a']);
  expect((await seenBy('alice')).pictures).toMatchObject([{ check: 'pass' }, { check: 'refused' }]);
  expect((await seenBy('secretary')).state).toBe('received');
  expect(await newsOf('alice')).toEqual(['《supper after the late shift》有图没通过微信的检查']);
});

test('a picture check that never answers leaves the picture to who answers', async () => {
  await raise('alice', { pictures: [picture('alice', 'a')] });
  await world.cloud.clock.advance((CHECK_MINUTES + 6) * MS_PER_MINUTE);
  expect(suggestion().pictured?.pictures).toMatchObject([{ check: 'to-look-at' }]);
  expect(await lookedAtBy('secretary')).toEqual(['a']);
  await verdicts();
  expect(suggestion().pictured).toMatchObject({ pictures: [{ check: 'pass' }], traceIds: [] });
});

test('a verdict makes nobody look again who is about to answer', async () => {
  await raise('alice', { pictures: [picture('alice', 'a')] });
  const { revision } = await before('secretary', 'answered');
  await verdicts();
  expect((await before('secretary', 'answered')).revision).toBe(revision);
  expect(await answer('secretary')).toMatchObject({ ok: true });
});

test('sent from two phones at once it is raised once, each picture once', async () => {
  const pictures = [picture('alice', 'a'), picture('alice', 'b')];
  await Promise.all([raise('alice', { pictures }), raise('alice', { pictures })]);
  await raise('alice', { pictures });
  await verdicts();
  expect(suggestion().pictured?.pictures).toMatchObject([
    { pictureId: 'a', check: 'pass' },
    { pictureId: 'b', check: 'pass' },
  ]);
  expect((await world.of('alice').get(mySuggestions, {})).suggestions).toHaveLength(1);
});

test('what was raised before is not silently taken with other words or other pictures', async () => {
  await raise('alice', { pictures: [picture('alice', 'a')] });
  for (const other of [
    { text: 'another text', pictures: [picture('alice', 'a')] },
    { pictures: [picture('alice', 'b')] },
    {},
  ]) {
    expect(await world.of('alice').call(raiseSuggestion, aRaise(other))).toMatchObject({
      code: 'written-before',
    });
  }
  expect(suggestion()).toMatchObject({ text: aRaise().text, pictured: { verdicts: 0 } });
});

test('an urgent hazard goes with the pictures that are there, whichever come later', async () => {
  const urgent = { type: 'hazard', isUrgent: true } as const;
  await raise('alice', urgent);
  const again = { ...urgent, pictures: [picture('alice', 'a')] };
  expect(await world.of('alice').call(raiseSuggestion, aRaise(again))).toMatchObject({ ok: true });
  expect(suggestion().pictured).toBeUndefined();
});

test('R-286: a picture that is too large is refused by its number; an urgent hazard rings without it', async () => {
  const large = picture('alice', 'large');
  const path = 'suggestions/202503/alice/large.jpg';
  world.cloud.files.write(path, Buffer.alloc(200 * 1024 + 1));
  const pictures = [picture('alice', 'a'), large];
  expect(await world.of('alice').call(raiseSuggestion, aRaise({ pictures }))).toMatchObject({
    code: 'picture-too-large',
    detail: { number: 2 },
  });
  await raise('alice', { type: 'hazard', isUrgent: true, pictures });
  expect(suggestion().pictured?.pictures.map(({ pictureId }) => pictureId)).toEqual(['a']);
});

describe('R-311: of an urgent hazard that rang without a picture', () => {
  const urgent = { type: 'hazard', isUrgent: true } as const;
  const gone = () => {
    const { fileId } = picture('alice', 'a');
    return { pictureId: 'gone', fileId: fileId.replace('a.jpg', 'gone.jpg') };
  };
  const large = () => {
    const given = picture('alice', 'large');
    world.cloud.files.write(
      'suggestions/202503/alice/large.jpg',
      Buffer.alloc(MOST_PICTURE_BYTES.suggestions + 1),
    );
    return given;
  };

  test.each([
    ['too large', large],
    ['gone from storage', gone],
  ])(
    'one that is %s is missed by its member at once, in a message, and by who reads it',
    async (_, left) => {
      const secretary = stored(world.cloud, 'members', 'secretary');
      await plant(world.cloud, { members: [{ ...secretary, credits: { notice: 1 } }] });
      const pictures = [picture('alice', 'a'), left()];
      const { ringing, lacking } = await raise('alice', { ...urgent, pictures });
      expect(ringing).toEqual(['Name secretary']);
      expect(lacking).toBe(1);
      // As a call that was cut off before its answer is repeated.
      expect(await raise('alice', { ...urgent, pictures })).toMatchObject({ ringing, lacking: 1 });
      expect((await seenBy('secretary')).lacking).toBe(1);
      expect((await seenBy('alice')).lacking).toBe(1);
      expect(await newsOf('alice')).toEqual(['《supper after the late shift》有图没有带上']);
    },
  );

  test('those that did not come to storage are missed too; of them the phone itself has told', async () => {
    const raised = await raise('alice', {
      ...urgent,
      pictures: [picture('alice', 'a')],
      notThere: 2,
    });
    expect(raised.lacking).toBe(2);
    expect((await seenBy('secretary')).lacking).toBe(2);
    expect(await newsOf('alice')).toEqual([]);
  });

  test('nothing is missed where none lacks', async () => {
    const raised = await raise('alice', { ...urgent, pictures: [picture('alice', 'a')] });
    expect(raised).not.toHaveProperty('lacking');
    expect(await seenBy('secretary')).not.toHaveProperty('lacking');
    expect(await newsOf('alice')).toEqual([]);
  });
});

test('a picture of somebody else is refused, one that is not there is named by its number', async () => {
  const foreign = aRaise({ pictures: [picture('bob', 'a')] });
  expect(await world.of('alice').call(raiseSuggestion, foreign)).toMatchObject({
    code: 'bad-input',
    detail: { path: 'pictures.0' },
  });
  const { fileId } = picture('alice', 'a');
  const gone = { pictureId: 'gone', fileId: fileId.replace('a.jpg', 'gone.jpg') };
  const missing = aRaise({ pictures: [picture('alice', 'a'), gone] });
  expect(await world.of('alice').call(raiseSuggestion, missing)).toMatchObject({
    code: 'picture-missing',
    detail: { number: 2 },
  });
  const four = ['a', 'b', 'c', 'd'].map((id) => picture('alice', id));
  expect(await world.of('alice').call(raiseSuggestion, aRaise({ pictures: four }))).toMatchObject({
    code: 'bad-input',
  });
});

test('what a member has raised with pictures is one thing stored of them', async () => {
  await raise('alice', { pictures: [picture('alice', 'a')] });
  const { kept } = await world.of('alice').get(myData, {});
  expect(kept).toContainEqual(expect.objectContaining({ what: 'suggestion', count: 1 }));
});
