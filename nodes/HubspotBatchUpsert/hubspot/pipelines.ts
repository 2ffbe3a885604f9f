import { parseResults } from './parsing';
import type { PropertyOption } from './types';
import { isRecord, listOf, textOf } from './untrustedJson';

/** A pipeline and its stages, as options. */
export interface Pipeline extends PropertyOption {
  stages: PropertyOption[];
}

/** The pipelines in an answer of the pipelines API, save what is archived. What has no id is none. */
export function parsePipelines(json: unknown): Pipeline[] {
  return parseResults(json).flatMap((entry) =>
    parseOption(entry).map((pipeline) => ({
      ...pipeline,
      stages: listOf(entry.stages)
        .filter(isRecord)
        .flatMap(parseOption)
        .map((stage) => ({ ...stage, pipeline: pipeline.label ?? pipeline.value })),
    })),
  );
}

function parseOption({ id, label, archived }: Record<string, unknown>): PropertyOption[] {
  const value = typeof id === 'number' ? String(id) : textOf(id);
  return value && archived !== true ? [{ value, label: textOf(label) }] : [];
}
