import fc from 'fast-check';
import { choiceProblem } from '../../../../domain/star/ballot/choice';
import { CHOICE_KINDS } from '../../../../domain/star/ballot/poll-rules';

const LIST = ['ann', 'ben', 'cy'].map((candidateId) => ({ candidateId, isWithdrawn: false }));
const WITHOUT_CY = LIST.map((each) => ({ ...each, isWithdrawn: each.candidateId === 'cy' }));

test.each([
  ['up-to', 2, [], undefined],
  ['up-to', 2, ['ann'], undefined],
  ['up-to', 2, ['cy', 'ann'], undefined],
  ['up-to', 2, ['ann', 'ben', 'cy'], 'too-many-names'],
  ['exactly', 2, [], undefined],
  ['exactly', 2, ['ann'], 'too-few-names'],
  ['exactly', 2, ['ann', 'ben'], undefined],
  ['exactly', 2, ['ann', 'ben', 'cy'], 'too-many-names'],
  ['exactly', 1, ['ben'], undefined],
  ['up-to', 2, ['zoe'], 'unknown-candidate'],
  ['up-to', 2, ['ann', 'ann'], 'unknown-candidate'],
  ['up-to', 2, ['ann', 'zoe'], 'unknown-candidate'],
  ['exactly', 2, ['zoe'], 'unknown-candidate'],
  ['exactly', 2, ['ann', 'ann'], 'unknown-candidate'],
] as const)('%s %i of %j: %s', (kind, names, chosen, problem) => {
  expect(choiceProblem({ kind, names }, LIST, chosen)).toBe(problem);
});

test('R-180 where fewer stand than exactly so many, all who stand are named, or nobody', () => {
  const exactly2 = { kind: 'exactly', names: 2 } as const;
  const onlyAnn = LIST.map((each) => ({ ...each, isWithdrawn: each.candidateId !== 'ann' }));
  expect(choiceProblem(exactly2, onlyAnn, ['ann'])).toBeUndefined();
  expect(choiceProblem(exactly2, onlyAnn, [])).toBeUndefined();
  expect(choiceProblem(exactly2, onlyAnn, ['ann', 'ben'])).toBe('withdrawn-candidate');
  expect(choiceProblem(exactly2, WITHOUT_CY, ['ann'])).toBe('too-few-names');
  expect(choiceProblem(exactly2, WITHOUT_CY, ['ann', 'ben'])).toBeUndefined();
});

test('nobody votes for somebody who has withdrawn, and a blank ballot needs nobody', () => {
  const rule = { kind: 'up-to', names: 2 } as const;
  expect(choiceProblem(rule, WITHOUT_CY, ['cy'])).toBe('withdrawn-candidate');
  expect(choiceProblem(rule, WITHOUT_CY, ['ann', 'cy'])).toBe('withdrawn-candidate');
  expect(choiceProblem(rule, WITHOUT_CY, ['ann'])).toBeUndefined();
  expect(choiceProblem(rule, [], [])).toBeUndefined();
});

test('whatever is sent, a ballot that counts has names of the list, each once and as many as the rule says', () => {
  const anyIds = fc.array(fc.constantFrom('ann', 'ben', 'cy', 'zoe', ''), { maxLength: 5 });
  const anyRule = fc.record({
    kind: fc.constantFrom(...CHOICE_KINDS),
    names: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(anyRule, anyIds, (rule, chosen) => {
      if (choiceProblem(rule, LIST, chosen) !== undefined) return;
      expect(new Set(chosen).size).toBe(chosen.length);
      expect(chosen.every((id) => LIST.some(({ candidateId }) => candidateId === id))).toBe(true);
      const isFit =
        rule.kind === 'exactly'
          ? [0, rule.names].includes(chosen.length)
          : chosen.length <= rule.names;
      expect(isFit).toBe(true);
    }),
  );
});
