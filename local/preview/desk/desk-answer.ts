/** What the server tells the desktop page. */
export interface DeskAnswer {
  readonly people: readonly DeskPerson[];
  /** null: there is no demo; people come in by and by. */
  readonly tour: DeskTour | null;
  /** Of this cloud, as `npm start` prints it. */
  readonly address: string;
}

/** Somebody whose phone can be shown. */
export interface DeskPerson {
  /** Names the phone. */
  readonly id: string;
  readonly name: string;
  /** Branch, crew and offices, or what a guest has on paper: one line to read and to search. */
  readonly about: string;
  readonly isGuest: boolean;
}

/** What to try first, in this order, and with whose phones. */
export interface DeskTour {
  /** One shows the code of a sitting, the other scans it; null when none is left to come. */
  readonly checkIn: {
    readonly presenter: string;
    readonly presentsAs: 'secretary' | 'group-leader';
    readonly scanner: string;
    readonly topic: string;
    /** When its register opens; null: it is open. */
    readonly opensAtMs: number | null;
  } | null;
  /** Somebody out of reach, for whom a message waits; null when everybody is within reach. */
  readonly quiet: {
    readonly person: string;
    readonly state: 'on-duty' | 'resting';
    /** What it comes after. */
    readonly after: 'sleep' | 'shift';
    /** What waits; null: it has yet to be written. */
    readonly title: string | null;
    /** When it comes. */
    readonly untilAtMs: number;
  } | null;
}
