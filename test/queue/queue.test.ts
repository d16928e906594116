import { createLog } from '../host/log';
import { type Cluster, startCluster } from './cluster/cluster';
import { writeReport } from './report';
import { hubSpotStory } from './stories/hubSpotAsks';
import { killStory } from './stories/kills';
import { mainStory } from './stories/mainStory';
import { marketoStory } from './stories/marketoAsks';
import { restoredStory } from './stories/restored';
import { togetherStory } from './stories/together';

// Four processes of n8n share the machine with whatever else runs on it; four kills and restarts are one test.
jest.setTimeout(600_000);

let cluster: Cluster | undefined;

beforeAll(async () => {
	cluster = await startCluster(createLog((line) => process.stdout.write(`${line}\n`)));
}, 600_000);

afterAll(async () => {
	await cluster?.stop();
	writeReport();
}, 180_000);

const running = (): Cluster => {
	if (cluster === undefined) throw new Error('n8n did not start in queue mode');
	return cluster;
};

mainStory(running);
killStory(running);
togetherStory(running);
marketoStory(running);
hubSpotStory(running);
restoredStory(running);
