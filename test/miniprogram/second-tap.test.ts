import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Pages back and forth: the button stays where it is, and is tapped as often as there are months to go. */
const PAGERS: readonly string[] = ['onEarlierTap', 'onLaterTap'];

/** One more, one less, or the next of a few in turn: the same. */
const STEPPERS: readonly string[] = [
  'packages/branch-office/rotation/own-pattern/own-pattern onDayTap',
  'packages/branch-office/rotation/own-pattern/own-pattern onLessTap',
  'packages/branch-office/rotation/own-pattern/own-pattern onMoreTap',
  'packages/branch-office/rotation/rotation onFewerTap',
  'packages/branch-office/rotation/rotation onMoreTap',
  'packages/contest-office/edit/edit onDaysTap',
  'packages/contest-office/edit/edit onRoundTap',
  'packages/lecture-office/edit/edit onPlacesTap',
  'packages/star-office/assess/assess onStepTap',
  'packages/star-office/open-poll/open-poll onFewerTap',
  'packages/star-office/open-poll/open-poll onHoursTap',
  'packages/star-office/open-poll/open-poll onMoreTap',
  'packages/star-office/standard/standard onLessTap',
  'packages/star-office/standard/standard onMoreTap',
  'packages/study-office/edit-study/field-handlers onMinutesTap',
  'packages/study-office/make-up-content/make-up-content onMinutesTap',
];

/** What is ticked or chosen stays under the finger, and says beside it what it is now; nothing is sent. */
const CHOICES: readonly string[] = [
  'components/questions/question-handlers onRightTap',
  'packages/branch-office/all-branches/all-branches onMonthTap',
  'packages/branch-office/dashboard-list/dashboard-list onPillTap',
  'packages/branch-office/dashboard/dashboard onMonthTap',
  'packages/branch-office/data-asks/data-asks onStateTap',
  'packages/channel-office/plan/plan onItemTap',
  'packages/channel-office/plan/plan onShiftTap',
  'packages/channel-office/pre-shift/pre-shift onAllTap',
  'packages/channel-office/pre-shift/pre-shift onPersonTap',
  'packages/contest/answer/answer onOptionTap',
  'packages/library/shelf/shelf onPillTap',
  'packages/me/bind/bind onAgreeTap',
  'packages/me/looked/looked onWayTap',
  'packages/note-office/notes/notes onPillTap',
  'packages/note-office/read/read onPresetTap',
  'packages/notice-office/all-not-reached/all-not-reached onDaysTap',
  'packages/notice-office/not-reached/not-reached onByTap',
  'packages/notice-office/not-reached/not-reached onDaysTap',
  'packages/roster/month/month onDayTap',
  'packages/search/search/search onPillTap',
  'packages/star-office/assess/assess onBandTap',
  'packages/star-office/open-poll/open-poll onStruckOffTap',
  'packages/star-office/standard/standard onBaseTap',
  'packages/star-office/year/year onGradeTap',
  'packages/star/certificate/certificate onSheetTap',
  'packages/star/nominate/nominate onWayTap',
  'packages/star/poll/poll onCandidateTap',
  'packages/star/sheet/sheet onItemPicked',
  'packages/study-office/roll/roll onSittingTap',
  'packages/study/check-in/check-in onTargetTap',
  'packages/study/make-up-quiz/make-up-quiz onOptionTap',
  'packages/study/make-up/make-up onWayTap',
  'packages/suggest/queue/queue onPartTap',
  'pages/branch/branch onPartTap',
  'pages/inbox/inbox onChannelTap',
];

const MAY_BE_QUICK = new Set([...STEPPERS, ...CHOICES]);

const ROOT = 'miniprogram';
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).sort();
const sources = new Map(
  files
    .filter((file) => file.endsWith('.ts') || file.endsWith('.wxml'))
    .map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]),
);
const sourceOf = (file: string): string => sources.get(file) ?? '';

/** The file and all that it takes in, of those that `reference` finds the names of. */
function withAllTaken(file: string, reference: RegExp, ending: string): Set<string> {
  const found = new Set([file]);
  for (const each of found) {
    for (const [, name = ''] of sourceOf(each).matchAll(reference)) {
      const taken = (name.startsWith('/') ? name.slice(1) : join(dirname(each), name)) + ending;
      if (sources.has(taken)) found.add(taken);
    }
  }
  return found;
}

const TAP = /(?:bind|catch):?tap="(\w+)"/g;
const TEMPLATE = /<(?:import|include) src="([^"]+)"/g;
const MODULE = /from '(\.[^']+)'/g;

/** A handler of taps, `file name`, with the first line of what it does. */
interface Handler {
  readonly key: string;
  readonly name: string;
  readonly first: string;
}

function handlersOf(page: string): Handler[] {
  const templates = [...withAllTaken(`${page}.wxml`, TEMPLATE, '')];
  const names = new Set(
    templates.flatMap((file) => [...sourceOf(file).matchAll(TAP)].map(([, name = '']) => name)),
  );
  const modules = [...withAllTaken(`${page}.ts`, MODULE, '.ts')];
  return [...names].flatMap((name) => {
    const found = modules.flatMap((file) => handlersNamed(name, file));
    const isOwn = sourceOf(`${page}.wxml`).includes(`tap="${name}"`);
    if (isOwn && found.length === 0) throw new Error(`${page} has no ${name}`);
    return found;
  });
}

/** A method as it is formatted: its parameters, which may stand on lines of their own, and a body. */
function handlersNamed(name: string, file: string): Handler[] {
  const method = new RegExp(`^ +(?:async )?${name}\\(([^()]*)\\)[^\\n;]* \\{\\n *(.*)$`, 'gm');
  const key = `${file.replace(/\.ts$/, '')} ${name}`;
  return [...sourceOf(file).matchAll(method)].map(([, , first = '']) => ({ key, name, first }));
}

const pages = files
  .filter((file) => file.endsWith('.wxml'))
  .map((file) => file.slice(0, -'.wxml'.length))
  .filter((page) => sources.has(`${page}.ts`));
const handlers = new Map(
  pages.flatMap(handlersOf).map((handler): [string, Handler] => [handler.key, handler]),
);
const isHeld = ({ first }: Handler): boolean => first === 'if (isSecondTap(event)) return;';
const mayBeQuick = ({ key, name }: Handler): boolean =>
  PAGERS.includes(name) || MAY_BE_QUICK.has(key);

test('every handler of a tap begins by letting go of the second of two quick ones', () => {
  const all = [...handlers.values()];
  expect(all.length).toBeGreaterThan(500);
  const open = all.filter((handler) => !isHeld(handler) && !mayBeQuick(handler));
  expect(open.map(({ key }) => key)).toEqual([]);
});

test('what may be tapped quickly is there, and can be', () => {
  const named = [...STEPPERS, ...CHOICES].filter((key) => !handlers.has(key));
  expect(named).toEqual([]);
  const held = [...handlers.values()].filter((handler) => mayBeQuick(handler) && isHeld(handler));
  expect(held.map(({ key }) => key)).toEqual([]);
});

test('no handler hands its tap to another, which would take it for the second', () => {
  const passed = [...sources].flatMap(([file, text]) =>
    [...text.matchAll(/this\.(on\w+)\((?:event|tap)\)/g)].map(([, name = '']) => `${file} ${name}`),
  );
  expect(passed).toEqual([]);
});
