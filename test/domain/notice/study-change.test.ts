import {
  concernsEverybody,
  studyChange,
  type ComparedStudy,
} from '../../../domain/notice/study-change';

const sitting = {
  sittingId: 'a',
  place: 'room',
  startAtMs: 6_000_000,
  endAtMs: 12_000_000,
  opensAtMs: 5_400_000,
  lateAfterAtMs: 6_600_000,
  closesAtMs: 12_000_000,
};
const material = { title: 'guide', url: 'https://a.cn', minutes: 5, isMustRead: true };
const study: ComparedStudy = {
  topic: 'topic',
  why: null,
  kind: 'theme-day',
  minutes: 40,
  audience: { kind: 'crews', crewIds: ['x', 'y'] },
  materials: [material],
  sittings: [sitting],
};
const changeTo = (fields: Partial<ComparedStudy>) => studyChange(study, { ...study, ...fields });

test('nothing changed is no change, whatever the order of an audience or a summary left out', () => {
  const same = studyChange(study, {
    ...study,
    why: undefined,
    audience: { kind: 'crews', crewIds: ['y', 'x'] },
  });
  expect(same).toEqual({
    sittings: [],
    required: null,
    isOtherAudience: false,
    isReworded: false,
  });
  expect(concernsEverybody(same)).toBe(false);
});

test.each<[string, Partial<ComparedStudy>]>([
  ['a topic', { topic: 'other' }],
  ['a summary', { why: 'because' }],
  ['the hours of the check-in', { sittings: [{ ...sitting, opensAtMs: 4_800_000 }] }],
  ['the title of required material', { materials: [{ ...material, title: 'Guide' }] }],
  [
    'optional material',
    { materials: [material, { ...material, url: 'https://b.cn', isMustRead: false }] },
  ],
])('%s in other words concerns nobody', (_what, fields) => {
  const change = changeTo(fields);
  expect(change.isReworded).toBe(true);
  expect(concernsEverybody(change)).toBe(false);
});

test('another time or place says which sitting, counted in the order of the changed study', () => {
  const second = { ...sitting, sittingId: 'b' };
  const before = { ...study, sittings: [sitting, second] };
  const after = {
    ...study,
    sittings: [
      { ...sitting, place: 'hall' },
      { ...second, endAtMs: 18_000_000 },
    ],
  };
  const change = studyChange(before, after);
  expect(change.sittings).toMatchObject([
    { kind: 'moved', number: 1, isOtherTime: false, isOtherPlace: true },
    { kind: 'moved', number: 2, isOtherTime: true, isOtherPlace: false },
  ]);
  expect(concernsEverybody(change)).toBe(true);
});

test('a sitting that comes or goes concerns everybody', () => {
  const other = { ...sitting, sittingId: 'b' };
  const change = changeTo({ sittings: [other] });
  expect(change.sittings).toEqual([
    { kind: 'added', sitting: other },
    { kind: 'removed', sitting },
  ]);
});

test('required material that comes or goes concerns everybody', () => {
  expect(changeTo({ materials: [] }).required).toEqual([]);
  expect(changeTo({ materials: [{ ...material, isMustRead: false }] }).required).toEqual([]);
  const more = changeTo({
    materials: [material, { ...material, title: 'b', url: 'https://b.cn' }],
  });
  expect(more.required).toEqual(['guide', 'b']);
  expect(concernsEverybody(more)).toBe(true);
});

test('another audience concerns those who come and go, not those who stay', () => {
  const change = changeTo({ audience: { kind: 'branch' } });
  expect(change.isOtherAudience).toBe(true);
  expect(concernsEverybody(change)).toBe(false);
});
