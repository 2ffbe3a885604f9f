import { Client, DEFAULT_LIMITER_OPTIONS } from '@hubspot/api-client';
import { chunksOf, inputOf, toldOf } from './chunks';
import type { PrepareWay, Told } from './way';

/** As the client's README shows it. */
const RETRIES = 3;

/** HubSpot's official client with its own limiter, as its README shows it, and its retries. */
export const apiClient = upsertWith({ limiterOptions: DEFAULT_LIMITER_OPTIONS });

/** HubSpot's official client with its retries alone: unlike older versions it has no limiter unless told. */
export const apiClientUnlimited = upsertWith({});

function upsertWith(limiter: Pick<ClientOptions, 'limiterOptions'>): PrepareWay {
  return (rows, { baseUrl, serviceKey }) => {
    // It tells every repetition there.
    console.error = () => undefined;
    const client = new Client({
      accessToken: serviceKey,
      basePath: baseUrl,
      numberOfApiCallRetries: RETRIES,
      ...limiter,
    });
    const { batchApi } = client.crm.lineItems;
    return async () => {
      const startedAt = performance.now();
      const told = await Promise.all(
        chunksOf(rows).map(async (chunk): Promise<Told[]> => {
          return await batchApi.upsert({ inputs: chunk.map(inputOf) }).then(
            ({ results }) => toldOf(200, chunk.length, results),
            (error) => toldOf(statusOf(error), chunk.length),
          );
        }),
      );
      return { milliseconds: performance.now() - startedAt, told: told.flat() };
    };
  };
}

type ClientOptions = NonNullable<ConstructorParameters<typeof Client>[0]>;

function statusOf(error: unknown): number | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === 'number' ? code : undefined;
}
