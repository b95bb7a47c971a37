import fc from 'fast-check';
import { planLines, type KnownLine } from '../../../domain/study/plan-lines';
import { localDay } from '../../../domain/time/local-day';
import { aPerson } from '../../builders/people';

const TODAY = localDay('2025-03-05');
const PEOPLE = ['a', 'b', 'c'].map((id) => aPerson(id));

test('lines are added, asked again and released', () => {
  const lines: readonly KnownLine[] = [
    { memberId: 'a', isExpected: false },
    { memberId: 'b', isExpected: true },
    { memberId: 'gone', isExpected: true },
    { memberId: 'long-gone', isExpected: false },
  ];
  const plan = planLines({ branchId: 'own', audience: { kind: 'branch' } }, PEOPLE, lines, TODAY);
  expect(plan.add.map(({ memberId }) => memberId)).toEqual(['c']);
  expect(plan.expect).toEqual(['a']);
  expect(plan.release).toEqual(['gone']);
});

test('carrying a plan out leaves exactly the audience expected, and nothing to do', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
  const lines = fc.uniqueArray(
    fc.record({ memberId: fc.constantFrom('a', 'c', 'x', 'y'), isExpected: fc.boolean() }),
    { selector: ({ memberId }) => memberId },
  );
  fc.assert(
    fc.property(ids, ids, lines, (branch, asked, before) => {
      const people = branch.map((id) => aPerson(id));
      const asking = { branchId: 'own', audience: { kind: 'people', memberIds: asked } } as const;
      const plan = planLines(asking, people, before, TODAY);
      const after = [
        ...before.map(({ memberId, isExpected }) => ({
          memberId,
          isExpected:
            plan.expect.includes(memberId) || (isExpected && !plan.release.includes(memberId)),
        })),
        ...plan.add.map(({ memberId }) => ({ memberId, isExpected: true })),
      ];
      const expected = after.filter((line) => line.isExpected).map(({ memberId }) => memberId);
      expect(expected.sort()).toEqual(branch.filter((id) => asked.includes(id)).sort());
      expect(planLines(asking, people, after, TODAY)).toEqual({ add: [], expect: [], release: [] });
    }),
  );
});
