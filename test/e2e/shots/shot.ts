import type { Phone } from '../phone';

/** One page as one person sees it. */
export interface Shot {
  readonly name: string;
  readonly as: string;
  readonly path: string;
  /** What is touched before the picture is taken. */
  readonly reach?: (phone: Phone) => Promise<void>;
}
