// Suggestion and extraction: reads the request's words, asks the models, and says the answer in the reader's language.
import type { SkillExtraction, SkillExtractionRequest, SkillSuggestionRequest, SkillSuggestions } from './schema.ts';

export class Skills {
  async suggest(_request: SkillSuggestionRequest): Promise<SkillSuggestions> {
    throw new Error('in the making');
  }

  async extract(_request: SkillExtractionRequest): Promise<SkillExtraction> {
    throw new Error('in the making');
  }
}
