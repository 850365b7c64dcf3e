// Step 3: where a person lives and how far they can travel.
import { html } from 'lit';
import type { Answer } from '../../base/choices.ts';
import { distanceField } from '../../base/distance-field.ts';
import { unknownPlace } from '../../base/notices.ts';
import { isolate, kilometres } from '../../localize/format.ts';
import { msg, str } from '../../localize/msg.ts';
import type { Step } from '../step.ts';

export const place: Step = {
  id: 'place',
  title: () => msg('Where do you live?'),
  hint: () => msg('We do not need your street. You may leave this open.'),
  render: (form) => html`
    <nw-combobox
      id="place"
      lang=${form.locale}
      label=${msg('Town or postcode')}
      hint=${msg('For example: Utrecht.')}
      unknown=${unknownPlace()}
      .search=${form.search.places}
      .answer=${form.draft.place}
      @nw-answer=${({ detail }: CustomEvent<Answer>) => form.update({ place: detail })}
    ></nw-combobox>
    ${distanceField(form.draft.maxDistanceKm, (maxDistanceKm) => form.update({ maxDistanceKm }))}
  `,
  summary: ({ place, maxDistanceKm }) =>
    place.text && msg(str`${isolate(place.text)}, at most ${kilometres(maxDistanceKm)} away`),
};
