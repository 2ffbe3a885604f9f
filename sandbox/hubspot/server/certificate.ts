import { createPublicKey, generateKeyPairSync, randomInt, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import {
  bits,
  element,
  octets,
  oid,
  sequence,
  set,
  tagged,
  text,
  utcTime,
  whole,
  yes,
} from './der';

/** What a certificate of the sandbox does not have that a client wants. */
export type UntrustedTls =
  /** Signed by its own key. */
  | 'selfSigned'
  /** Signed by an authority that the client does not know, and that is not sent along. */
  | 'unknownIssuer'
  /** The authority is sent along, and the one that signed it is neither sent nor known. */
  | 'incompleteChain'
  /** The authority is sent along, and signed itself: as behind a proxy that looks into everything. */
  | 'privateAuthority'
  | 'expired';

/** For a server on loopback. */
export interface ServerCertificate {
  /** PEM, the server's own first. */
  cert: string;
  /** PEM. */
  key: string;
  /** What a client has to trust. */
  root: string;
}

interface Party {
  name: string;
  key: KeyObject;
}

const DAY_MS = 86_400_000;
const LARGEST_SERIAL = 2 ** 47;
const ECDSA_WITH_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));
const COMMON_NAME = oid('2.5.4.3');
const IP_ADDRESS = 0x87;

/** It is for 127.0.0.1 (2.5.29.17, alternative name) and may sign others (2.5.29.19, constraints). */
const EXTENSIONS = [
  sequence(oid('2.5.29.17'), octets(sequence(element(IP_ADDRESS, Buffer.from([127, 0, 0, 1]))))),
  sequence(oid('2.5.29.19'), yes(), octets(sequence(yes()))),
];

/** Makes a certificate for 127.0.0.1 that a client does not trust by itself. */
export function untrustedCertificate(kind: UntrustedTls): ServerCertificate {
  const server = party('127.0.0.1');
  const authority = party('Sandbox authority');
  const root = party('Sandbox root');
  const key = server.key.export({ type: 'pkcs8', format: 'pem' }).toString();
  if (kind === 'selfSigned' || kind === 'expired') {
    const cert = certificate(server, server, kind === 'expired' ? -1 : 1);
    return { cert, key, root: cert };
  }
  const own = certificate(server, authority);
  const rootCert = certificate(root, root);
  const authorityCert = certificate(authority, root);
  switch (kind) {
    case 'unknownIssuer':
      return { cert: own, key, root: authorityCert + rootCert };
    case 'incompleteChain':
      return { cert: own + authorityCert, key, root: rootCert };
    case 'privateAuthority':
      return { cert: own + authorityCert + rootCert, key, root: rootCert };
  }
}

function party(name: string): Party {
  return { name, key: generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey };
}

/** An X.509 certificate in PEM that ends `days` from now (RFC 5280, 4.1). */
function certificate(subject: Party, issuer: Party, days = 1): string {
  const now = Date.now();
  const start = Math.min(now, now + days * DAY_MS) - DAY_MS;
  const tbs = sequence(
    tagged(0, whole(2)),
    whole(randomInt(1, LARGEST_SERIAL)),
    ECDSA_WITH_SHA256,
    nameOf(issuer),
    sequence(utcTime(start), utcTime(now + days * DAY_MS)),
    nameOf(subject),
    createPublicKey(subject.key).export({ type: 'spki', format: 'der' }),
    tagged(3, sequence(...EXTENSIONS)),
  );
  const signature = sign('sha256', tbs, issuer.key);
  const der = sequence(tbs, ECDSA_WITH_SHA256, bits(signature));
  const lines = der.toString('base64').replace(/.{1,64}/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}-----END CERTIFICATE-----\n`;
}

function nameOf({ name }: Party): Buffer {
  return sequence(set(sequence(COMMON_NAME, text(name))));
}
