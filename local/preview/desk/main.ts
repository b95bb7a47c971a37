import { answerCamera } from './camera';
import { mountClock } from './clock-bar';
import { byId } from './element';
import { loadPeople, type DeskPerson } from './people';
import { pickPerson } from './person-picker';
import { PhoneTile } from './phone-tile';
import { aPhone, rememberedPhones, rememberPhones, type PhoneChoice } from './phones-memory';

const MESSAGES_EVERY_MS = 2000;

const { people, defaults } = await loadPeople();
const place = byId('phones', HTMLElement);
let tiles: PhoneTile[] = [];

const personOf = (id: string): DeskPerson | undefined => people.find((person) => person.id === id);
const remember = (): void => rememberPhones(tiles.map((tile) => tile.choice));

function addTile(choice: PhoneChoice, at = tiles.length): void {
  const person = personOf(choice.person);
  if (person === undefined) return;
  const tile = new PhoneTile(choice, person, {
    onChange: remember,
    onClose: () => removeTile(tile),
    onPickPerson: () => void changePerson(tile),
  });
  place.insertBefore(tile.element, place.children[at] ?? null);
  tiles = tiles.toSpliced(at, 0, tile);
  remember();
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

async function addPhone(): Promise<void> {
  const person = await pickPerson(people);
  if (person !== undefined) addTile(aPhone(person.id));
}

byId('add-phone', HTMLButtonElement).addEventListener('click', () => void addPhone());
for (const choice of rememberedPhones() ?? defaults.map(aPhone)) addTile(choice);
if (tiles.length === 0) for (const id of defaults) addTile(aPhone(id));
answerCamera(() => tiles);
await mountClock(byId('clock', HTMLElement));
setInterval(() => {
  for (const tile of tiles) void tile.refreshMessages();
}, MESSAGES_EVERY_MS);
