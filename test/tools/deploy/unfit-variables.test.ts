import { readFileSync } from 'node:fs';
import { unfitVariables } from '../../../tools/deploy/unfit-variables';
import type { WantedFunction } from '../../../tools/deploy/wanted';

const { functions } = JSON.parse(readFileSync('cloudbaserc.json', 'utf8')) as {
  functions: WantedFunction[];
};

const withVariables = (variables: Readonly<Record<string, string>>): WantedFunction[] =>
  functions.map((fn) => ({ ...fn, envVariables: { ...fn.envVariables, ...variables } }));

const REAL = {
  BALLOT_SECRET: 'Zb4q'.repeat(16),
  TEMPLATES: readFileSync('cloudbaserc.json', 'utf8').replaceAll('LOCAL-FAKE-', 'w8Kx'),
};

test('the secret and the template ids of this repository are refused, once for all functions', () => {
  expect(unfitVariables(functions)).toEqual([
    expect.stringMatching(/^BALLOT_SECRET: a secret of this environment .* --variables/u),
    expect.stringMatching(
      /^TEMPLATES: the ids LOCAL-FAKE-… are those of the local cloud: .* --variables/u,
    ),
  ]);
});

test('ids of an environment are taken', () => {
  expect(unfitVariables(withVariables(REAL))).toEqual([]);
});

test.each(['', 'short', 'x'.repeat(31)])('%j is refused as the secret of ballots', (secret) => {
  expect(unfitVariables(withVariables({ ...REAL, BALLOT_SECRET: secret }))).toEqual([
    expect.stringMatching(/^BALLOT_SECRET: /u),
  ]);
});

test.each(['0.3', 'v0.3.0', '0.3.0 ', '1', ''])('"%s" is refused as the oldest version', (typo) => {
  expect(unfitVariables(withVariables({ ...REAL, MIN_CLIENT_VERSION: typo }))).toEqual([
    `MIN_CLIENT_VERSION: ${JSON.stringify(typo)} is no version: write major.minor.patch, as 0.3.0, or leave it out`,
  ]);
});

test('0.3.0 is taken as the oldest version', () => {
  expect(unfitVariables(withVariables({ ...REAL, MIN_CLIENT_VERSION: '0.3.0' }))).toEqual([]);
});
