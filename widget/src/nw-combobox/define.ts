// Registers <nw-combobox>.
import { define } from '../base/define.ts';
import { NwCombobox } from './nw-combobox.ts';

define('nw-combobox', NwCombobox);
