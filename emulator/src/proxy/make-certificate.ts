import { generateKeyPair, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import forge from "node-forge";
import { DINGTALK_HOSTS, LOCAL_HOST_NAME } from "../net/hosts.ts";

/** All as PEM. */
export interface Certificate {
  /** The CA that programs must trust. */
  ca: string;
  /** For DingTalk's hosts and for this machine, signed by the CA. */
  certificate: string;
  key: string;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
/** Some systems refuse certificates of more than 398 days. */
const LIFE_DAYS = 397;
const NAMES = [...DINGTALK_HOSTS, LOCAL_HOST_NAME];
const CA_NAME = "本地模拟器 Local emulator CA (not DingTalk)";

/** A CA for one certificate. Its key is discarded, so it can never sign another one. */
export async function makeCertificate(now: Date): Promise<Certificate> {
  const [caKeys, keys] = await Promise.all([makeKeys(), makeKeys()]);
  const ca = draft(now, { name: CA_NAME, issuer: CA_NAME, keys: caKeys });
  ca.setExtensions([
    { name: "basicConstraints", critical: true, cA: true, pathLenConstraint: 0 },
    { name: "keyUsage", critical: true, keyCertSign: true, cRLSign: true },
    { name: "subjectKeyIdentifier" },
  ]);
  ca.sign(caKeys.privateKey, forge.md.sha256.create());
  const leaf = draft(now, { name: DINGTALK_HOSTS[0] ?? "", issuer: CA_NAME, keys });
  leaf.setExtensions([
    { name: "basicConstraints", critical: true, cA: false },
    { name: "keyUsage", critical: true, digitalSignature: true, keyEncipherment: true },
    { name: "extKeyUsage", serverAuth: true },
    { name: "subjectAltName", altNames: NAMES.map((value) => ({ type: DNS_NAME, value })) },
    { name: "subjectKeyIdentifier" },
    { name: "authorityKeyIdentifier", keyIdentifier: ca.generateSubjectKeyIdentifier().getBytes() },
  ]);
  leaf.sign(caKeys.privateKey, forge.md.sha256.create());
  return {
    ca: forge.pki.certificateToPem(ca),
    certificate: forge.pki.certificateToPem(leaf),
    key: forge.pki.privateKeyToPem(keys.privateKey),
  };
}

/** Of a name in a certificate, RFC 5280 §4.2.1.6. */
const DNS_NAME = 2;

/** Node makes keys far faster than the library. */
async function makeKeys(): Promise<forge.pki.rsa.KeyPair> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  return { privateKey: forge.pki.privateKeyFromPem(privateKey), publicKey: forge.pki.publicKeyFromPem(publicKey) };
}

interface Draft {
  name: string;
  issuer: string;
  keys: forge.pki.rsa.KeyPair;
}

function draft(now: Date, { name, issuer, keys }: Draft): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  // Sixteen bytes that encode a positive number.
  certificate.serialNumber = `4${randomBytes(16).toString("hex").slice(1)}`;
  // Also valid for a clock that is slightly behind.
  certificate.validity.notBefore = new Date(now.getTime() - DAY_MS);
  certificate.validity.notAfter = new Date(now.getTime() + (LIFE_DAYS - 1) * DAY_MS);
  certificate.setSubject([commonName(name)]);
  certificate.setIssuer([commonName(issuer)]);
  return certificate;
}

const commonName = (value: string): forge.pki.CertificateField => ({
  name: "commonName",
  value,
  // The library's types declare the class of a tag here, but the library expects its type.
  valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class,
});
