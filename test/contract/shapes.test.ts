import type { ApiVersion } from '../../nodes/HubspotBatchUpsert/hubspot/endpoints';
import { differences } from './differences';
import { readOpenApi } from './openapi';
import { SHAPES, type Shape } from './shapes';

const specDir = process.env.HUBSPOT_SPEC_DIR;
const VERSIONS: ApiVersion[] = ['v3', '2026-09'];

(specDir ? describe : describe.skip)("HubSpot's OpenAPI files", () => {
  const documents = specDir ? readOpenApi(specDir) : [];
  const cases = VERSIONS.flatMap((version) =>
    Object.keys(SHAPES).map((name) => [name, version] as const),
  );

  it.each(cases)('declare %s of %s as the node relies on it', (name, version) => {
    expect(differences(documents, SHAPES[name]!, version)).toEqual([]);
  });

  describe('are noticed to have changed', () => {
    /** The files with the text exchanged wherever it stands. */
    const changed = (from: string, to: string) =>
      documents.map(
        (document) =>
          JSON.parse(JSON.stringify(document).replaceAll(from, to)) as Record<string, unknown>,
      );
    const ofUpsert = (from: string, to: string, shape: Shape = SHAPES.upsert!) => [
      ...new Set(differences(changed(from, to), shape, '2026-09')),
    ];

    it('where a path is gone', () => {
      expect(ofUpsert('/crm/objects/2026-09/', '/crm/objects/2027-03/')).toEqual([
        'POST /crm/objects/2026-09/{objectType}/batch/upsert is not declared',
      ]);
    });

    it('where a field has another name', () => {
      expect(ofUpsert('"objectWriteTraceId":', '"traceId":')).toEqual([
        'inputs[].objectWriteTraceId, sent, is not declared',
        'results[].objectWriteTraceId, read in a success, is not declared',
      ]);
    });

    it('where a field has another type', () => {
      expect(ofUpsert('"new":{"type":"boolean"', '"new":{"type":"string"')).toEqual([
        'results[].new, read in a success as boolean, is declared as string',
      ]);
    });

    it('where a word is added to those that a field can have', () => {
      expect(ofUpsert('"enum":["CANCELED",', '"enum":["QUEUED","CANCELED",')).toEqual([
        'status, read in a success as CANCELED|COMPLETE|PENDING|PROCESSING, is declared as CANCELED|COMPLETE|PENDING|PROCESSING|QUEUED',
      ]);
    });

    it('where a field must be sent that the node does not send', () => {
      expect(ofUpsert('"required":["id","properties"]', '"required":["id","source"]')).toEqual([
        'inputs[].source must be sent',
      ]);
    });

    it('where the query is another one', () => {
      const { properties } = SHAPES;
      expect(ofUpsert('"name":"dataSensitivity"', '"name":"sensitivity"', properties)).toEqual([
        'the query has no dataSensitivity',
      ]);
      const locale = (required: boolean) =>
        `"name":"locale","in":"query","description":"","required":${String(required)}`;
      expect(ofUpsert(locale(false), locale(true), properties)).toEqual([
        'the query must have locale',
      ]);
    });

    it('where a refusal is', () => {
      expect(ofUpsert('"correlationId":', '"traceId":')).toEqual([
        'correlationId, read in a refusal, is not declared',
      ]);
    });
  });
});
