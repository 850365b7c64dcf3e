import { expect } from '@open-wc/testing';
import { memo } from './memo.ts';

describe('memo', () => {
  it('gives the same object for the same argument, and computes again for another', () => {
    const wrap = memo((value: number) => ({ value }));
    const first = wrap(1);
    expect(wrap(1)).to.equal(first);
    expect(wrap(2)).to.deep.equal({ value: 2 });
    expect(wrap(1)).not.to.equal(first);
  });
});
