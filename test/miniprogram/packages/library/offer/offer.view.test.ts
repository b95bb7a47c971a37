import { localDay } from '../../../../../domain/time/local-day';
import {
  emptyForm,
  formAfter,
  offerOf,
  type OfferForm,
} from '../../../../../miniprogram/packages/library/offer/offer-form';
import { faultOf, toOfferView } from '../../../../../miniprogram/packages/library/offer/offer.view';
import { aShownVersion } from '../../../../builders/phone/library';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const NOW = TEST_START_MS;
const filled: OfferForm = { ...emptyForm(NOW), title: ' 新规 ', source: '官网' };

test.each<[problem: string, form: Partial<OfferForm>, hasFile: boolean, isNext: boolean]>([
  ['no-file', {}, false, false],
  ['no-link', { content: 'link', url: 'http://example.org' }, false, false],
  ['no-title', { title: '  ' }, true, false],
  ['no-source', { source: '' }, true, false],
  ['no-changed', {}, true, true],
  ['no-part', { readers: 'crews' }, true, false],
])('%s is said at its field', (problem, form, hasFile, isNext) => {
  const checked = offerOf({ ...filled, ...form }, hasFile, isNext);
  if (checked.ok) throw new Error('nothing was missing');
  expect(checked.problem).toBe(problem);
  expect(Object.values(faultOf(checked.problem))[0]).toMatch(/^(还没|链接)/u);
});

test('what is sent is what was typed, cleaned, with the three ticks', () => {
  const form: OfferForm = { ...filled, hasEnd: true, readers: 'groups', partIds: ['g1'] };
  expect(offerOf(form, true, false)).toEqual({
    ok: true,
    changed: '',
    fields: {
      title: '新规',
      number: null,
      source: '官网',
      validUntilDay: localDay('2026-03-05'),
      readers: { kind: 'groups', groupIds: ['g1'] },
      declared: { isPublic: true, hasNoWorkSecrets: true, isNoStampedPaper: true },
    },
  });
});

test('the form of a next version begins with what is read, and not with a day that is past', () => {
  const document = {
    nowMs: NOW,
    documentId: 'document',
    branchId: 'branch',
    revision: 1,
    isOfficer: true,
    state: 'ending',
    offered: null,
    earlier: [],
    takenDown: null,
    readers: { kind: 'crews', crewIds: ['crew-1'] },
    mine: null,
    counts: null,
  } as const;
  const until = (day: string) => {
    const current = aShownVersion({ validUntilDay: localDay(day) });
    return formAfter(
      { ...document, earlier: [], readers: { kind: 'crews', crewIds: ['crew-1'] }, current },
      NOW,
    );
  };
  expect(until('2025-03-31')).toMatchObject({
    title: '安全新规要点',
    readers: 'crews',
    partIds: ['crew-1'],
    hasEnd: true,
    validUntilDay: '2025-03-31',
  });
  expect(until('2025-03-01').hasEnd).toBe(false);
});

test('the chosen parts are those of the kind that is chosen', () => {
  const parts = { crews: [{ id: 'c', name: '一值' }], groups: [{ id: 'g', name: '一组' }] };
  const shown = (readers: OfferForm['readers']) =>
    toOfferView({ ...filled, readers }, undefined, parts, NOW).parts.map(({ text }) => text);
  expect([shown('nobody'), shown('crews'), shown('groups')]).toEqual([[], ['一值'], ['一组']]);
});
