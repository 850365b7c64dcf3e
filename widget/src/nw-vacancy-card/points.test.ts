// A score shown as points is honest only if the points add up.
import { expect } from '@open-wc/testing';
import { vacancyMatch } from '../testing/fake-data.ts';
import { points } from './points.ts';

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

describe('points', () => {
  it('add up to the score that is shown, although each is rounded', () => {
    const { contributions, score } = vacancyMatch();
    expect(sum(points(contributions).map((row) => row.points))).to.equal(Math.round(score * 100));
  });

  it('can together reach exactly 100', () => {
    expect(sum(points(vacancyMatch().contributions).map((row) => row.most))).to.equal(100);
  });

  it('never exceed what the factor can give', () => {
    const thirds = (['hardSkills', 'experience', 'location'] as const).map((factor) => ({
      factor,
      basis: 'known' as const,
      value: 1,
      weight: 1 / 3,
      contribution: 1 / 3,
      evidence: {},
    }));
    const rows = points(thirds);
    expect(rows.every((row) => row.points <= row.most)).to.equal(true);
    expect(sum(rows.map((row) => row.points))).to.equal(100);
  });

  it('come with the weightiest factor first', () => {
    expect(points(vacancyMatch().contributions)[0]?.factor).to.equal('hardSkills');
  });
});
