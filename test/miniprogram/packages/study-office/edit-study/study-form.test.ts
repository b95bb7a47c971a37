import * as v from 'valibot';
import { StudyDraft } from '../../../../../contract/study/study-shapes';
import {
  changedMaterial,
  changedSitting,
  toggled,
  withFound,
  withMaterial,
  withMinutes,
  withoutSitting,
  withSitting,
  withUsualWindow,
} from '../../../../../miniprogram/packages/study-office/edit-study/change-form';
import {
  formOf,
  newForm,
  toDraft,
  windowOf,
  type StudyForm,
} from '../../../../../miniprogram/packages/study-office/edit-study/study-form';
import { aPublicSitting, aStudy } from '../../../../builders/phone/register';
import { at, dayAfter, NOW_MS } from '../../../../builders/phone/study';

function filled(given: Partial<StudyForm> = {}): StudyForm {
  const form = changedSitting(
    newForm('study-1', 'sitting-1', NOW_MS),
    'sitting-1',
    'place',
    ' 行政楼 306 ',
    0,
  );
  return { ...form, topic: ' 支部组织生活怎么开 ', ...given };
}

describe('a form as a draft', () => {
  it('fits the contract, with words trimmed and no reason when none was written', () => {
    const draft = toDraft(filled());
    expect(v.is(StudyDraft, draft)).toBe(true);
    expect(draft).not.toHaveProperty('why');
    expect(draft.sittings[0]).toEqual({
      sittingId: 'sitting-1',
      place: '行政楼 306',
      startAtMs: at('14:00', dayAfter(1)),
      endAtMs: at('14:40', dayAfter(1)),
      opensAtMs: at('13:45', dayAfter(1)),
      lateAfterAtMs: at('14:15', dayAfter(1)),
      closesAtMs: at('14:40', dayAfter(1)),
    });
  });

  it('knows an article of an official account from any other document', () => {
    const withLink = (url: string) =>
      toDraft(changedMaterial(withMaterial(filled()), 0, { title: '图解', url })).materials[0]
        ?.kind;
    expect(withLink('https://mp.weixin.qq.com/s/abc')).toBe('article');
    expect(withLink('https://example.com/mp.weixin.qq.com/')).toBe('document');
  });

  it('keeps the choice of each audience kind while another one is shown', () => {
    const crews = toggled({ ...filled(), audience: 'crews' }, 'crew-1');
    const groups = toggled({ ...crews, audience: 'groups' }, 'group-1');
    expect(toDraft(groups).audience).toEqual({ kind: 'groups', groupIds: ['group-1'] });
    expect(toDraft({ ...groups, audience: 'crews' }).audience).toEqual({
      kind: 'crews',
      crewIds: ['crew-1'],
    });
    expect(toggled(groups, 'group-1').groupIds).toEqual([]);
  });
});

describe('the times of a sitting', () => {
  const times = (form: StudyForm) => {
    const { startMinute, endMinute } = form.sittings[0]!;
    const { opensMinute, lateMinute, closesMinute } = windowOf(form.sittings[0]!);
    return [startMinute, endMinute, opensMinute, lateMinute, closesMinute];
  };

  it('move together with the start, as long as before', () => {
    expect(times(changedSitting(filled(), 'sitting-1', 'start', '', 570))).toEqual([
      570, 610, 555, 585, 610,
    ]);
  });

  it('of check-in follow until they are set, and follow again when asked to', () => {
    const own = changedSitting(filled(), 'sitting-1', 'opens', '', 800);
    const moved = changedSitting(own, 'sitting-1', 'start', '', 900);
    expect(times(moved)[2]).toBe(800);
    expect(times(withUsualWindow(moved, 'sitting-1'))[2]).toBe(885);
  });

  it('come back from the server as they were, also past midnight', () => {
    const sitting = aPublicSitting({
      startAtMs: at('23:30', dayAfter(1)),
      endAtMs: at('0:30', dayAfter(2)),
      opensAtMs: at('23:00', dayAfter(1)),
      lateAfterAtMs: at('23:45', dayAfter(1)),
      closesAtMs: at('1:00', dayAfter(2)),
    });
    const form = formOf(aStudy({ sittings: [sitting] }))!;
    expect(form.sittings[0]).toMatchObject({
      endMinute: 1470,
      opensMinute: 1380,
      lateMinute: null,
      closesMinute: 1500,
    });
    expect([{ ...toDraft(form).sittings[0], closedAtMs: null }]).toEqual([sitting]);
  });
});

it('a further sitting is a day later in the same room', () => {
  const two = withSitting(filled(), 'sitting-2', NOW_MS);
  expect(two.sittings[1]).toMatchObject({ day: dayAfter(2), place: ' 行政楼 306 ' });
  expect(withoutSitting(two, 'sitting-1').sittings.map(({ sittingId }) => sittingId)).toEqual([
    'sitting-2',
  ]);
});

it('found times take over ids and rooms, and the usual windows', () => {
  const opened = changedSitting(filled(), 'sitting-1', 'opens', '', 13 * 60);
  const startAtMs = at('9:00', dayAfter(3));
  const found = withFound(
    opened,
    [1, 2].map((day) => ({
      startAtMs: startAtMs + day * 86_400_000,
      endAtMs: startAtMs + day * 86_400_000 + 2_400_000,
    })),
    () => 'new-id',
  );
  expect(found.sittings.map(({ sittingId, place }) => [sittingId, place])).toEqual([
    ['sitting-1', ' 行政楼 306 '],
    ['new-id', ' 行政楼 306 '],
  ]);
  expect(found.sittings.every(({ opensMinute }) => opensMinute === null)).toBe(true);
  expect(toDraft(found).sittings[1]).toMatchObject({
    startAtMs: startAtMs + 2 * 86_400_000,
    endAtMs: startAtMs + 2 * 86_400_000 + 2_400_000,
  });
});

it('who meets where the first sitting does goes on meeting there when its room changes', () => {
  const two = withSitting(filled(), 'sitting-2', NOW_MS);
  const moved = changedSitting(two, 'sitting-1', 'place', '二楼', 0);
  expect(moved.sittings.map(({ place }) => place)).toEqual(['二楼', '二楼']);
  const apart = changedSitting(moved, 'sitting-2', 'place', '三楼', 0);
  const again = changedSitting(apart, 'sitting-1', 'place', '一楼', 0);
  expect(again.sittings.map(({ place }) => place)).toEqual(['一楼', '三楼']);
});

it('minutes go in fives and stay within what the contract takes', () => {
  expect(withMinutes(filled(), 1).minutes).toBe(45);
  expect(withMinutes(filled(), -100).minutes).toBe(5);
  expect(withMinutes(filled(), 1000).minutes).toBe(480);
});

it.each([
  { kind: 'newer' as const },
  { audience: { kind: 'newer' as const } },
  {
    materials: [
      {
        title: '图解',
        kind: 'newer' as const,
        url: 'https://example.com',
        minutes: 5,
        isMustRead: true,
      },
    ],
  },
])('a study of a newer version makes no form, which would lose %j', (study) => {
  expect(formOf(aStudy(study))).toBeUndefined();
});

it('a study carries the revision that is being changed, or which its draft is saved over', () => {
  expect(formOf(aStudy())?.revision).toBe(3);
  expect(formOf(aStudy())).not.toHaveProperty('draftRevision');
  expect(formOf(aStudy({ state: 'draft' }))).toMatchObject({ revision: null, draftRevision: 3 });
});
