// Registers <nw-job-match> and the elements inside it.
import '../nw-combobox/define.ts';
import '../nw-vacancy-card/define.ts';
import { define } from '../base/define.ts';
import { NwJobMatch } from './nw-job-match.ts';

define('nw-job-match', NwJobMatch);
