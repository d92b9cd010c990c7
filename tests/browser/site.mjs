// The site and the browser that all tests of a run share.

import { after } from 'node:test';
import { startSite } from './driver.mjs';

export const site = await startSite();
after(() => site.end());
