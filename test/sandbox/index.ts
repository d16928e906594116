export { startSandbox } from './server';
