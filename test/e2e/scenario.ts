import type { Desk } from './desk-page';
import type { Phone, PhoneOptions } from './phone';

/** Whatever a file of scenarios plays on: a preview with a cloud behind it. */
export interface Stage {
  /** Of the preview, as npm start prints it. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

export interface Play<S extends Stage> {
  readonly stage: S;
  /** Opens a phone; it is closed at the end, and a screenshot of it is kept when the play fails. */
  readonly open: (options?: Omit<PhoneOptions, 'address'>) => Promise<Phone>;
  /** Opens the desktop page with the phones of these people, or as on a first visit; it is closed and kept alike. */
  readonly openDesk: (people?: readonly string[]) => Promise<Desk>;
}

/** One thing that a person does with one or several phones. */
export interface Scenario<S extends Stage = Stage> {
  readonly name: string;
  /** Without it, any uncaught error on a phone fails the scenario. */
  readonly expectsErrors?: boolean;
  /**
   * Absent: by `npm test`. A corner of a path that other scenarios walk, and what takes long, is
   * left to `npm run soak`; what walks a part here and the whole there is played in both.
   */
  readonly played?: 'in-soak' | 'in-both';
  readonly run: (play: Play<S>) => Promise<void>;
}

/** What a `*.e2e.ts` file exports. Its scenarios run one after the other on one stage. */
export interface ScenarioFile<S extends Stage = Stage> {
  readonly start: () => Promise<S>;
  readonly scenarios: readonly Scenario<S>[];
}
