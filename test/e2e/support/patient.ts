// For every test file with a real n8n: a machine that has much to do may be four times slower, and more.
jest.setTimeout(300_000);
