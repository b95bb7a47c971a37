import { answerCamera } from './camera';
import { mountClock } from './clock-bar';
import type { DeskAnswer, DeskPerson, DeskTour } from './desk-answer';
import { byId } from './element';
import { loadDesk } from './people';
import { pickPerson } from './person-picker';
import { fitPhones } from './phone-size';
import { PhoneTile } from './phone-tile';
import { aPhone, rememberedPhones, rememberPhones, type PhoneChoice } from './phones-memory';
import { showSteps } from './steps';

const MESSAGES_EVERY_MS = 2000;
const FIRST_PHONES = 3;

const desk = await loadDesk();
const { people, tour } = desk;
/** The steps name people and times of now, also when the page has been open for long. */
const STEPS_EVERY_MS = 60_000;
const place = byId('phones', HTMLElement);
let tiles: PhoneTile[] = [];

const personOf = (id: string): DeskPerson | undefined => people.find((person) => person.id === id);
const remember = (): void => rememberPhones(tiles.map((tile) => tile.choice));

function addTile(choice: PhoneChoice, at = tiles.length): PhoneTile | undefined {
  const person = personOf(choice.person);
  if (person === undefined) return undefined;
  const tile = new PhoneTile(choice, person, {
    onChange: remember,
    onClose: () => removeTile(tile),
    onPickPerson: () => void changePerson(tile),
  });
  place.insertBefore(tile.element, place.children[at] ?? null);
  tiles = tiles.toSpliced(at, 0, tile);
  remember();
  return tile;
}

function removeTile(tile: PhoneTile): void {
  tile.element.remove();
  tiles = tiles.filter((other) => other !== tile);
  remember();
}

async function changePerson(tile: PhoneTile): Promise<void> {
  const person = await pickPerson(people);
  if (person === undefined) return;
  const at = tiles.indexOf(tile);
  removeTile(tile);
  addTile({ ...tile.choice, person: person.id }, at);
}

/** Brings the phone of a person into view; one is added where there is none. */
function showPhoneOf(id: string): void {
  (tiles.find((tile) => tile.choice.person === id) ?? addTile(aPhone(id)))?.bringIntoView();
}

async function addPhone(): Promise<void> {
  const person = await pickPerson(people);
  if (person !== undefined) addTile(aPhone(person.id))?.bringIntoView();
}

/** Whose phones the steps need; where there is no demo, the first of all. */
function peopleOf(of: DeskTour | null): string[] {
  if (of === null) return people.slice(0, FIRST_PHONES).map(({ id }) => id);
  const { checkIn, quiet } = of;
  const needed = [checkIn?.presenter, checkIn?.scanner, quiet?.person];
  return [...new Set(needed.filter((id) => id !== undefined))];
}

fitPhones();
byId('add-phone', HTMLButtonElement).addEventListener('click', () => void addPhone());
const firstPhones = peopleOf(tour).map(aPhone);
for (const choice of rememberedPhones() ?? firstPhones) addTile(choice);
if (tiles.length === 0) for (const choice of firstPhones) addTile(choice);
answerCamera(() => tiles);
const moveClock = await mountClock(byId('clock', HTMLElement), () => {
  for (const tile of tiles) tile.takeUp();
  void showStepsOfNow();
});
const showTour = (now: DeskAnswer): void =>
  showSteps(byId('steps', HTMLOListElement), now, {
    onPerson: showPhoneOf,
    onTime: moveClock,
  });
async function showStepsOfNow(): Promise<void> {
  showTour(await loadDesk());
}
showTour(desk);
if (tour === null) {
  byId('note', HTMLParagraphElement).textContent = '试用台，没有演示数据';
  byId('steps-title', HTMLHeadingElement).textContent = '从这里开始';
}
setInterval(() => void showStepsOfNow(), STEPS_EVERY_MS);
setInterval(() => {
  for (const tile of tiles) void tile.refreshMessages();
}, MESSAGES_EVERY_MS);
