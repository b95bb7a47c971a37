import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readVariables, readWanted } from '../../../tools/deploy/wanted';

function aCheckout(): string {
  const root = mkdtempSync(join(tmpdir(), 'wanted-'));
  const functions = [
    { name: 'study', runtime: 'Nodejs20.19', envVariables: { TZ: 'Asia/Shanghai' } },
  ];
  const files = {
    'cloudbaserc.json': JSON.stringify({ functions }),
    'cloudfunctions/security-rules.json': '{}',
    'dist/cloudfunctions/study/index.js': 'exports.main = () => 1;',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

test('functions are wanted on the Node of cloudbaserc.json, or on the one that an environment offers', () => {
  const root = aCheckout();
  const runtimes = (asked?: string) =>
    readWanted(root, [], {}, asked).functions.map(({ runtime }) => runtime);
  expect(runtimes()).toEqual(['Nodejs20.19']);
  expect(runtimes('Nodejs18.15')).toEqual(['Nodejs18.15']);
});

test('variables of an environment come beside those of cloudbaserc.json, with the digest of the code', () => {
  const root = aCheckout();
  const variables = () => readWanted(root, [], { TEMPLATES: '{}' }).functions[0]?.envVariables;
  const before = variables();
  expect(before).toEqual({
    TZ: 'Asia/Shanghai',
    TEMPLATES: '{}',
    BUILD_DIGEST: expect.stringMatching(/^[0-9a-f]{16}$/u),
  });
  writeFileSync(join(root, 'dist/cloudfunctions/study/index.js'), 'exports.main = () => 2;');
  expect(variables()?.['BUILD_DIGEST']).not.toBe(before?.['BUILD_DIGEST']);
});

test('a variable that cloudbaserc.json names for some functions goes to those alone', () => {
  const root = aCheckout();
  const functions = [
    { name: 'study', envVariables: {} },
    { name: 'star', envVariables: { BALLOT_SECRET: 'LOCAL-FAKE' } },
    { name: 'clock', envVariables: { BALLOT_SECRET: 'LOCAL-FAKE' } },
    { name: 'bare' },
  ];
  for (const { name } of functions) {
    mkdirSync(join(root, 'dist/cloudfunctions', name), { recursive: true });
  }
  writeFileSync(join(root, 'cloudbaserc.json'), JSON.stringify({ functions }));
  const given = { BALLOT_SECRET: 'of this environment', MIN_CLIENT_VERSION: '0.3.0' };
  const wanted = readWanted(root, [], given).functions;
  expect(wanted.map(({ envVariables }) => envVariables['BALLOT_SECRET'])).toEqual([
    undefined,
    'of this environment',
    'of this environment',
    undefined,
  ]);
  expect(wanted.map(({ envVariables }) => envVariables['MIN_CLIENT_VERSION'])).toEqual(
    functions.map(() => '0.3.0'),
  );
});

test('a file of variables may have templates as they are, or as text', () => {
  const file = join(aCheckout(), 'variables.json');
  const study = { id: 'w8Kx', title: '学习安排通知' };
  writeFileSync(file, JSON.stringify({ TEMPLATES: { study }, MIN_CLIENT_VERSION: '0.3.0' }));
  expect(readVariables(file)).toEqual({
    TEMPLATES: JSON.stringify({ study }),
    MIN_CLIENT_VERSION: '0.3.0',
  });
});
