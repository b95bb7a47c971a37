import type { behavior } from 'glass-easel-miniprogram-adapter';
import { codeSpace } from './framework';

type Behavior = behavior.GeneralBehavior;

/** The behaviours that WeChat names by string; the framework knows only objects. */
const named: Readonly<Record<string, Behavior>> = {
  'wx://form-field': codeSpace
    .behavior()
    .definition({ properties: { name: String, value: { type: null } } })
    .register() as Behavior,
  'wx://form-field-group': empty(),
  'wx://form-field-button': empty(),
  'wx://component-export': empty(),
  'wx://proxy-scroll-view': empty(),
};

function empty(): Behavior {
  return codeSpace.behavior().definition({}).register() as Behavior;
}

export const formField = named['wx://form-field'] as Behavior;

/** @throws when a string names no behaviour of the platform. */
export function behaviorOf(given: unknown): Behavior {
  if (typeof given !== 'string') return given as Behavior;
  const found = named[given];
  if (found === undefined) throw new Error(`behavior "${given}" is not supported by the preview`);
  return found;
}
