import type { INodeProperties } from 'n8n-workflow';

import type { Route } from '../../../shared/node/router';

export const routes: Record<string, Route> = {};

export const description: INodeProperties[] = [];
