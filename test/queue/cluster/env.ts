import path from 'node:path';
import { databaseEnv, type Postgres } from '../services/postgres';

/**
 * What all processes of a queue share. A worker that was killed is noticed when the lock of its job runs out:
 * in a minute or so, here in seconds: more than a busy machine may keep a worker waiting, which would lose its job.
 * https://docs.n8n.io/hosting/scaling/queue-mode/
 */
export function queueEnv(
	postgres: Postgres,
	database: string,
	redisPort: number,
	folder: string,
): Record<string, string> {
	return {
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redisPort),
		QUEUE_WORKER_LOCK_DURATION: '15000',
		QUEUE_WORKER_LOCK_RENEW_TIME: '500',
		QUEUE_WORKER_STALLED_INTERVAL: '1000',
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		...databaseEnv(postgres, database),
		NODE_COMPILE_CACHE: path.join(folder, 'compiled'),
	};
}
