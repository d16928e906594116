import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server on this machine that takes every mail. */
export interface Mailbox {
	host: string;
	port: number;
	/** In the order in which they came, read as a mail program reads them. */
	mails: ParsedMail[];
	close(): Promise<void>;
}

/** Starts it on the loopback address. @param wanted port; default: a free one */
export async function startMailbox(wanted = 0): Promise<Mailbox> {
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
	await new Promise<void>((resolve) => server.listen(wanted, host, () => resolve()));
	const { port } = server.server.address() as AddressInfo;
	return {
		host,
		port,
		mails,
		close: async () => await new Promise<void>((resolve) => server.close(() => resolve())),
	};
}
