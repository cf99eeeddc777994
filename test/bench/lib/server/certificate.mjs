import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const FOLDER = path.resolve(import.meta.dirname, '../../.tls');

function make(host, key, certificate) {
  const options = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30'];
  const names = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
  try {
    execFileSync('openssl', ['req', ...options, '-keyout', key, '-out', certificate, ...names], { stdio: 'ignore' });
  } catch (error) {
    const reason = error.code === 'ENOENT' ? 'openssl is not installed' : 'openssl failed';
    throw new Error(`The benchmark serves HTTP/2, which browsers speak over TLS only, and ${reason}.`, {
      cause: error,
    });
  }
}

/** A self-signed key and certificate for `host`, kept a week in .tls/. Throws a sentence where openssl is missing. */
export function certificate(host) {
  fs.mkdirSync(FOLDER, { recursive: true });
  const key = path.join(FOLDER, `${host}.key`);
  const cert = path.join(FOLDER, `${host}.crt`);
  const age = fs.existsSync(cert) ? Date.now() - fs.statSync(cert).mtimeMs : Infinity;
  if (age > 7 * 86_400_000) make(host, key, cert);
  return { key: fs.readFileSync(key), cert: fs.readFileSync(cert) };
}
