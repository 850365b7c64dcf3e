// Registers <nw-vacancy-card>.
import { define } from '../base/define.ts';
import { NwVacancyCard } from './nw-vacancy-card.ts';

define('nw-vacancy-card', NwVacancyCard);
