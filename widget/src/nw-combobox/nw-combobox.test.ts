import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import './define.ts';
import type { Answer, Choice } from '../base/choices.ts';
import { all, focused, one, text, type } from '../testing/look.ts';
import type { NwCombobox } from './nw-combobox.ts';

const CHOICES: Choice[] = [
  { as: 'occupation', id: 'baker', label: 'baker', detail: 'bakker' },
  { as: 'occupation', id: 'bank-clerk', label: 'bank clerk', detail: '' },
  { as: 'skill', id: 'bake-bread', label: 'bake bread', detail: 'brood bakken' },
];

describe('nw-combobox', () => {
  let box: NwCombobox;
  let asked: string[];
  const input = () => one<HTMLInputElement>(box, 'input');
  const options = () => all(box, '[role=option]');
  const active = () => options().find((option) => option.getAttribute('aria-selected') === 'true');
  const listed = () => waitUntil(() => options().length > 0, 'suggestions');
  const press = async (...keys: string[]) => {
    for (const key of keys) await sendKeys({ press: key });
    await box.updateComplete;
  };

  beforeEach(async () => {
    asked = [];
    box = await fixture(html`<nw-combobox
      lang="en"
      label="Your work"
      .search=${async (words: string) => {
        asked.push(words);
        return words === 'fail'
          ? Promise.reject(new Error())
          : CHOICES.filter(({ label }) => label.startsWith(words));
      }}
    ></nw-combobox>`);
  });

  it('is a closed combobox with a label at first', () => {
    expect(input().getAttribute('role')).to.equal('combobox');
    expect(input().getAttribute('aria-expanded')).to.equal('false');
    expect(one<HTMLLabelElement>(box, 'label').control).to.equal(input());
  });

  it('suggests once the person stops typing, and asks only for what was typed last', async () => {
    await type(input(), 'ba');
    await listed();
    expect(asked).to.deep.equal(['ba']);
    expect(input().getAttribute('aria-expanded')).to.equal('true');
    expect(options().map((option) => text(option))).to.deep.equal([
      'baker bakker work',
      'bank clerk work',
      'bake bread brood bakken skill',
    ]);
    await expect(box).to.be.accessible();
  });

  it('says in which language each name of a suggestion is: the reader’s, the typed one, the Dutch one', async () => {
    box.search = async () => [
      { as: 'occupation', id: 'baker', label: 'пекар', language: 'uk', detail: 'bakker', matched: 'пекарка' },
    ];
    await type(input(), 'пекарка');
    await listed();
    expect(
      all(box, '[role=option] bdi').map((name) => [text(name), name.getAttribute('lang')]),
    ).to.deep.equal([
      ['пекар', 'uk'],
      ['пекарка', ''],
      ['bakker', 'nl'],
    ]);
    await expect(box).to.be.accessible();
  });

  it('walks through the suggestions with the arrows while the focus stays in the field', async () => {
    await type(input(), 'ba');
    await listed();
    await press('ArrowDown', 'ArrowDown');
    expect(text(active()!)).to.contain('bank clerk');
    expect(input().getAttribute('aria-activedescendant')).to.equal(active()!.id);
    expect(focused()).to.equal(input());
    await press('ArrowUp');
    expect(text(active()!)).to.contain('baker');
    await expect(box).to.be.accessible();
  });

  it('goes from the last suggestion to the field and around', async () => {
    await type(input(), 'ba');
    await listed();
    await press('ArrowUp');
    expect(text(active()!)).to.contain('bake bread');
    await press('ArrowDown');
    expect(active()).to.equal(undefined);
    await press('ArrowDown');
    expect(text(active()!)).to.contain('baker');
  });

  it('takes the active suggestion with Enter, and closes', async () => {
    await type(input(), 'ba');
    await listed();
    const answered = oneEvent(box, 'nw-answer');
    await press('ArrowDown', 'Enter');
    expect((await answered).detail).to.deep.equal({ text: 'baker', choice: CHOICES[0] });
    expect(input().value).to.equal('baker');
    expect(input().getAttribute('aria-expanded')).to.equal('false');
  });

  it('takes a suggestion that is clicked, and keeps the focus in the field', async () => {
    await type(input(), 'ba');
    await listed();
    const answered = oneEvent(box, 'nw-answer');
    options()[2]!.click();
    expect((await answered).detail.choice).to.deep.equal(CHOICES[2]);
    expect(focused()).to.equal(input());
  });

  it('takes own words with Enter', async () => {
    await type(input(), 'kite maker');
    const answered = oneEvent(box, 'nw-answer');
    await press('Enter');
    expect((await answered).detail).to.deep.equal({ text: 'kite maker', choice: null });
  });

  it('takes own words when the person goes on to the next field', async () => {
    await type(input(), 'kite maker');
    const answered = oneEvent(box, 'nw-answer');
    input().blur();
    expect((await answered).detail).to.deep.equal({ text: 'kite maker', choice: null });
  });

  it('reads words that stand in the list, in any case of letters, as chosen', async () => {
    await type(input(), 'ba');
    await listed();
    await sendKeys({ type: 'ker' });
    const answered = oneEvent(box, 'nw-answer');
    await press('Enter');
    expect((await answered).detail.choice).to.deep.equal(CHOICES[0]);
  });

  it('says that words are not in the list, and that they are welcome', async () => {
    await type(input(), 'xyz');
    await waitUntil(() => text(one(box, '[role=status]')).includes('own words'));
    await expect(box).to.be.accessible();
  });

  it('stays usable when the list cannot be had', async () => {
    await type(input(), 'fail');
    await waitUntil(() => text(one(box, '[role=status]')).includes('does not work'));
  });

  it('closes with Escape, and with a second Escape empties the field', async () => {
    await type(input(), 'ba');
    await listed();
    await press('Escape');
    expect(input().getAttribute('aria-expanded')).to.equal('false');
    expect(input().value).to.equal('ba');
    const answered = oneEvent(box, 'nw-answer');
    await press('Escape');
    expect(input().value).to.equal('');
    expect((await answered).detail).to.deep.equal({ text: '', choice: null });
  });

  it('empties itself after each answer when it gathers several', async () => {
    box.gathers = true;
    const answers: Answer[] = [];
    box.addEventListener('nw-answer', (event) => answers.push((event as CustomEvent<Answer>).detail));
    for (const words of ['first', 'second']) {
      await type(input(), words);
      await press('Enter');
      expect(input().value).to.equal('');
    }
    expect(answers.map((answer) => answer.text)).to.deep.equal(['first', 'second']);
  });

  it('shows and describes an error', async () => {
    box.error = 'Write your work.';
    await box.updateComplete;
    expect(input().getAttribute('aria-invalid')).to.equal('true');
    expect(input().getAttribute('aria-describedby')).to.equal('error');
    await expect(box).to.be.accessible();
  });
});
