import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Action } from '../../../contract/action';
import { api } from '../../../contract/api';

/** What is called on the day whose calls are kept; what the days before call is not. */
const FOLDER = 'tools/release-fixture';
const source = readdirSync(FOLDER)
  .filter((name) => name !== 'first-days.ts')
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
  .join('\n');

/** Without running it, which takes a minute: the tool itself stops where one does not succeed. */
test('a release that is kept calls every action of the contract', () => {
  const actions = Object.values(api).flatMap((each) => Object.values<Action>(each));
  const isCalled = ({ name }: Action) =>
    new RegExp(`\\.get\\((?:\\w+\\.)*${name},`, 'u').test(source);
  expect(actions.filter((action) => !isCalled(action)).map(({ name }) => name)).toEqual([]);
});
