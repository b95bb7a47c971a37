import { button, byId, make } from './element';
import type { DeskPerson } from './desk-answer';
import { findPeople } from './people';

const MOST_SHOWN = 60;
/** Searches that are a tap away. */
const QUICK = ['书记', '党小组长', '运行支部', '党委工作部', '访客'];

/** Asks whose phone it shall be; resolves with undefined when nobody was chosen. */
export function pickPerson(people: readonly DeskPerson[]): Promise<DeskPerson | undefined> {
  const quick = QUICK.filter((words) => findPeople(people, words).length > 0);
  const dialog = byId('picker', HTMLDialogElement);
  return new Promise((resolve) => {
    const list = make('ul', { className: 'picker__list' });
    const search = make('input', {
      className: 'field picker__search',
      placeholder: `姓名、支部、值、职务${quick.includes('运行支部') ? '，例如：运行 二值 书记' : ''}`,
      ariaLabel: '找人',
      type: 'search',
    });
    const choose = (person: DeskPerson | undefined): void => {
      dialog.close();
      resolve(person);
    };
    const show = (): void => {
      const found = findPeople(people, search.value);
      list.replaceChildren(
        ...found.slice(0, MOST_SHOWN).map((person) => {
          const row = button('', () => choose(person), 'picker__person');
          row.append(
            make('span', { className: 'picker__name', textContent: person.name }),
            make('span', { className: 'picker__about', textContent: person.about }),
          );
          return make('li', {}, row);
        }),
      );
      if (found.length === 0)
        list.append(make('li', { textContent: '没有这样的人，换个词试试。' }));
    };
    search.addEventListener('input', show);
    const buttons = quick.map((words) =>
      button(words, () => {
        search.value = words;
        show();
      }),
    );
    dialog.replaceChildren(
      search,
      make('div', { className: 'picker__quick' }, ...buttons),
      list,
      make(
        'div',
        { className: 'picker__foot' },
        button('关闭', () => choose(undefined)),
      ),
    );
    dialog.oncancel = () => resolve(undefined);
    show();
    dialog.showModal();
    search.focus();
  });
}
