// Pictures of the reports, as SVG on a white card, so that they are read on light and dark pages.
import { parse, resetSVGDefIds, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';

/** How all of them look. */
export const CONFIG: TopLevelSpec['config'] = {
  // The picture has one description; its bars and letters need none.
  aria: false,
  background: 'white',
  padding: 16,
  font: 'Helvetica, Arial, sans-serif',
  title: { fontSize: 16, anchor: 'start', offset: 12 },
  axis: { labelFontSize: 12, titleFontSize: 12, labelLimit: 260, gridColor: '#e5e5e5' },
  legend: { labelFontSize: 12, titleFontSize: 12 },
  view: { stroke: null },
};

/** @param description what the picture shows, for those who do not see it @returns SVG, always the same for the same specification */
export async function draw(spec: TopLevelSpec, description: string): Promise<string> {
  const view = new View(parse(compile(spec).spec), { renderer: 'none' });
  // Ids of gradients are numbered on from picture to picture: begin anew, so that each is always the same.
  resetSVGDefIds();
  try {
    const label = description.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    return `${(await view.toSVG()).replace('<svg ', `<svg role="img" aria-label="${label}" `)}\n`;
  } finally {
    view.finalize();
  }
}
