import type { Action, InputOf } from '../../../../contract/action';
import type { Scene } from './scene';

/** For each of these actions one input, made of the scene that it is to succeed in. */
export type InputsOf<Actions> = {
  readonly [K in keyof Actions]: Actions[K] extends Action
    ? (scene: Scene) => InputOf<Actions[K]>
    : never;
};
