// Registers <nw-skill-suggestions>.
import { define } from '../base/define.ts';
import { NwSkillSuggestions } from './nw-skill-suggestions.ts';

define('nw-skill-suggestions', NwSkillSuggestions);
