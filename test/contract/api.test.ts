import type { Action } from '../../contract/action';
import { api } from '../../contract/api';
import { exportsBelow } from '../exports-below';

const isAction = (value: unknown): value is Action =>
  typeof value === 'object' && value !== null && 'allow' in value && 'fn' in value;

/** Rights, bad input, older phones and the recorder of releases are tested of what `api` names. */
test('every action of the contract is in api, under its function and its name', async () => {
  const exported = (await exportsBelow('contract')).map(([, value]) => value);
  const inside = exported.flatMap((value) =>
    Object.values((value ?? {}) as Record<string, unknown>),
  );
  const actions = [...new Set([...exported, ...inside].filter(isAction))];
  const listed: Readonly<Record<string, Readonly<Record<string, Action>>>> = api;
  const missing = actions.filter((action) => listed[action.fn]?.[action.name] !== action);
  expect(missing.map(({ fn, name }) => `${fn}.${name}`)).toEqual([]);
  expect(actions).toHaveLength(
    Object.values(listed).reduce((sum, each) => sum + Object.keys(each).length, 0),
  );
});
