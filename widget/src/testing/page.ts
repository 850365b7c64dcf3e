// What holds for every element in every state: no inline styles (a strict CSP forbids them), and it fits 320 px.
import { expect } from '@open-wc/testing';
import { all } from './look.ts';

export async function expectGoodState(element: HTMLElement): Promise<void> {
  expect(all(element, '[style], style').map((found) => found.outerHTML)).to.deep.equal([]);
  expect(element.scrollWidth, 'width of the content').to.be.at.most(element.clientWidth);
  await expect(element).to.be.accessible();
}
