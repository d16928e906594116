/**
 * The one library that travels with the package: the build puts it into this file, so that the
 * published package needs nothing that n8n does not promise (gulpfile.js).
 */
export { XMLParser } from 'fast-xml-parser';
