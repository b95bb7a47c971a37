import type { Member } from '../../_store/people/member-document';
import type { Rotas } from '../../_store/people/organisation';

/** Whose today page it is; each area reads what it adds to it. */
export interface Asker {
  readonly member: Member;
  readonly nowMs: number;
  readonly readsLeniently: boolean;
  readonly knowsAsleep: boolean;
  /** Read once for all areas. */
  readonly rotas: Promise<Rotas>;
}
