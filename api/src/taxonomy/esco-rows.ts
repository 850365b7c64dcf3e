// What a row of each ESCO file means: a concept with labels in the file's language, or a relation.
import type { Progress } from '../progress.ts';
import { type EscoFile, type FileKind, Problems, type Row, readRows } from './esco-files.ts';
import type { ConceptRecord, RelationRecord } from './store.ts';

/** What the folders say, by concept URI; with how many rows were left out on purpose. */
export interface Esco {
  concepts: Map<string, ConceptRecord>;
  relations: RelationRecord[];
  /** Rows whose status is not `released`. */
  unreleased: number;
  /** Rows without a preferred label: not translated yet. */
  unnamed: number;
}

interface FileFormat {
  columns: { required: string[]; optional: string[] };
  /** Takes one row in. @returns what is wrong with it, if anything is */
  read: (esco: Esco, row: Row, file: EscoFile) => string | undefined;
}

const LABELS = ['conceptType', 'conceptUri', 'preferredLabel', 'altLabels', 'status'];
const SKILLS: FileFormat = {
  columns: { required: [...LABELS, 'skillType'], optional: ['hiddenLabels', 'reuseLevel'] },
  // A few skills of ESCO 1.1 have no type; nearly all skills are competences.
  read: conceptReader('KnowledgeSkillCompetence', 'skill', (row) => ({
    skillType: row.skillType === 'knowledge' ? 'knowledge' : 'skill',
    transversal: row.reuseLevel === 'transversal',
  })),
};

/** Every file's columns, and what they mean. */
export const FORMATS: Record<FileKind, FileFormat> = {
  occupations: {
    columns: { required: [...LABELS, 'iscoGroup'], optional: ['hiddenLabels', 'regulatedProfessionNote'] },
    read: conceptReader('Occupation', 'occupation', (row) =>
      /^\d{4}$/.test(row.iscoGroup!)
        ? { iscoCode: row.iscoGroup!, regulated: /\/regulated$/.test(row.regulatedProfessionNote ?? '') }
        : `iscoGroup "${row.iscoGroup}" is not four digits`,
    ),
  },
  skills: SKILLS,
  skillCollection: SKILLS,
  iscoGroups: {
    columns: { required: [...LABELS, 'code'], optional: [] },
    read: conceptReader('ISCOGroup', 'isco-08-group', (row) =>
      /^\d{1,4}$/.test(row.code!) ? { iscoCode: row.code! } : `code "${row.code}" is not one to four digits`,
    ),
  },
  skillGroups: {
    columns: { required: LABELS, optional: ['hiddenLabels'] },
    read: conceptReader('SkillGroup', 'skill-group', () => ({})),
  },
  broaderRelations: {
    columns: { required: ['conceptUri', 'broaderUri'], optional: [] },
    read: (esco, row) => addRelation(esco, row, 'conceptUri', 'broader', 'broaderUri'),
  },
  skillRelations: {
    columns: { required: ['occupationUri', 'relationType', 'skillUri'], optional: [] },
    read: (esco, row) =>
      row.relationType === 'essential' || row.relationType === 'optional'
        ? addRelation(esco, row, 'occupationUri', row.relationType, 'skillUri')
        : `relationType "${row.relationType}" is neither essential nor optional`,
  },
};

/**
 * Reads all files as one; where two rows are of the same concept, labels are joined and the later row's facts count.
 *
 * @throws Error that lists what is wrong, with file and line
 */
export async function readEsco(files: EscoFile[], progress: Progress): Promise<Esco> {
  const esco: Esco = { concepts: new Map(), relations: [], unreleased: 0, unnamed: 0 };
  const problems = new Problems();
  using step = progress.step(
    `Reading ${files.length} files`,
    files.reduce((sum, file) => sum + file.bytes, 0),
  );
  for (const file of files) {
    const { columns, read } = FORMATS[file.kind];
    for await (const { row, line } of readRows(file, columns, problems, step)) {
      const problem = read(esco, row, file);
      if (problem) problems.add(file, line, problem);
    }
  }
  problems.throwIfAny();
  return esco;
}

const URI = /^http:\/\/data\.europa\.eu\/esco\/([a-z-]+)\/([^/\s]+)$/;

function conceptReader(
  conceptType: string,
  type: ConceptRecord['type'],
  factsOf: (row: Row) => Partial<ConceptRecord> | string,
): FileFormat['read'] {
  return (esco, row, file) => {
    const uri = row.conceptUri!;
    if (!URI.test(uri)) return `conceptUri "${uri}" is no ESCO URI`;
    if (row.conceptType !== conceptType) return `conceptType "${row.conceptType}" is not ${conceptType}`;
    const facts = factsOf(row);
    if (typeof facts === 'string') return facts;
    const [preferred] = split(row.preferredLabel!);
    if (row.status !== 'released') esco.unreleased++;
    else if (!preferred) esco.unnamed++;
    else {
      const labels = esco.concepts.get(uri)?.labels ?? new Map<string, Set<string>>();
      const earlier = labels.get(file.language!) ?? [];
      const others = [...split(row.altLabels!), ...split(row.hiddenLabels ?? '')];
      labels.set(file.language!, new Set([preferred, ...earlier, ...others]));
      esco.concepts.set(uri, { code: codeOf(uri), uri, type, ...facts, labels });
    }
    return undefined;
  };
}

/** Labels stand on lines of their own, in the collections between vertical bars. */
function split(labels: string): string[] {
  return labels
    .split(/\n| \| /)
    .map((label) => label.replace(/\s+/g, ' ').trim())
    .filter((label) => label !== '');
}

/** The UUID at the end of the URI; `isco-7512` and `isced-f-0613` where there is none. */
function codeOf(uri: string): string {
  const [, scheme, id] = URI.exec(uri)!;
  if (scheme === 'isco') return `isco-${id!.replace(/^C/, '')}`;
  return scheme === 'isced-f' ? `isced-f-${id}` : id!;
}

function addRelation(esco: Esco, row: Row, from: string, type: RelationRecord['type'], to: string) {
  for (const end of [from, to]) if (!URI.test(row[end]!)) return `${end} "${row[end]}" is no ESCO URI`;
  esco.relations.push({ from: row[from]!, type, to: row[to]! });
  return undefined;
}
