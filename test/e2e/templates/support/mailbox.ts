import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../../../host/server/http';

/** A mail server on this machine that takes every mail. */
export interface Mailbox {
	host: string;
	port: number;
	/** In the order in which they came, read as a mail program reads them. */
	mails: ParsedMail[];
	close(): Promise<void>;
}

/** Starts it on the loopback address. @param wanted port; default: one that it can have again later */
export async function startMailbox(wanted?: number): Promise<Mailbox> {
	const port = wanted ?? (await freePort());
	const mails: ParsedMail[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		allowInsecureAuth: true,
		onAuth: (auth, _session, done) => done(null, { user: auth.username }),
		onData(stream, _session, done) {
			simpleParser(stream).then(
				(mail) => {
					mails.push(mail);
					done();
				},
				(error: Error) => done(error),
			);
		},
	});
	const host = '127.0.0.1';
	await new Promise<void>((resolve, reject) => {
		server.on('error', reject);
		server.listen(port, host, () => resolve());
	});
	return {
		host,
		port,
		mails,
		close: async () => await new Promise<void>((resolve) => server.close(() => resolve())),
	};
}
