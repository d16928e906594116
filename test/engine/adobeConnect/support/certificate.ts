import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A key and a certificate for 127.0.0.1 that nobody vouches for; undefined where there is no OpenSSL. */
export function selfSigned(): { key: string; cert: string } | undefined {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'certificate-'));
	const [key, cert] = ['key.pem', 'cert.pem'].map((name) => path.join(folder, name)) as [
		string,
		string,
	];
	const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
	const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
	try {
		execFileSync('openssl', [...request, ...subject, '-keyout', key, '-out', cert], {
			stdio: 'pipe',
		});
		return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
	} catch {
		return undefined;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
