// Calls the server at the address given and prints a line for each case: "ok NAME" or "failed NAME: why".
'use strict';

const assert = require('node:assert');
const path = require('node:path');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const [, , protos, healthProtos, address] = process.argv;
const loaded = grpc.loadPackageDefinition(loader.loadSync(
  [path.join(protos, 'echo.proto'), path.join(healthProtos, 'health.proto')],
  { keepCase: true, enums: String, defaults: true }));
const options = { 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 };
const open = (extra) => new loaded.talent.grpc.tests.Echo(
  address, grpc.credentials.createInsecure(), { ...options, ...extra });
const client = open({});
const soon = () => ({ deadline: Date.now() + 300 });

// A unary call as a promise of everything it ended with.
function unary(request, metadata = new grpc.Metadata(), callOptions = {}, on = client) {
  return new Promise((resolve) => {
    const result = {};
    const call = on.Unary(request, metadata, callOptions, (error, reply) => Object.assign(result, { error, reply }));
    call.on('metadata', (headers) => { result.headers = headers; });
    call.on('status', (status) => { result.status = status; setImmediate(() => resolve(result)); });
    result.call = call;
  });
}

// A call with a stream of replies as a promise of the replies and the status.
function collect(call) {
  return new Promise((resolve) => {
    const replies = [];
    call.on('data', (reply) => replies.push(reply));
    call.on('error', () => {});
    call.on('status', (status) => resolve({ replies, status }));
  });
}

const cancelledCalls = () => new Promise((resolve, reject) =>
  client.CountCancelled({}, (error, reply) => (error ? reject(error) : resolve(reply.index))));

// Waits for the server to have noticed one more cancelled call.
async function noticed(before) {
  for (let i = 0; i < 100; i++) {
    if (await cancelledCalls() > before) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail('the server did not notice the cancellation');
}

const cases = {
  async unary() {
    const { reply } = await unary({ payload: Buffer.from('hello') });
    assert.strictEqual(reply.payload.toString(), 'hello');
  },
  async emptyUnary() {
    const { reply, status } = await unary({});
    assert.deepStrictEqual([reply.payload.length, status.code], [0, 0]);
  },
  async largeUnary() {
    const payload = Buffer.alloc(3_900_000, 7);
    const { reply } = await unary({ payload });
    assert.ok(reply.payload.equals(payload));
  },
  async clientStreaming() {
    const reply = await new Promise((resolve, reject) => {
      const call = client.Gather((error, answer) => (error ? reject(error) : resolve(answer)));
      for (const part of ['a', 'b', 'c']) call.write({ payload: Buffer.from(part) });
      call.end();
    });
    assert.deepStrictEqual([reply.payload.toString(), reply.index], ['abc', 3]);
  },
  async serverStreaming() {
    const { replies, status } = await collect(client.Repeat({ count: 500, reply_size: 100 }));
    assert.deepStrictEqual([replies.length, replies[499].index, status.code], [500, 499, 0]);
  },
  async duplexStreaming() {
    const call = client.Talk();
    const ended = collect(call);
    for (let i = 0; i < 50; i++) {
      const answered = new Promise((resolve) => call.once('data', resolve));
      call.write({ payload: Buffer.from([i]) });
      assert.strictEqual((await answered).payload[0], i);
    }
    call.end();
    assert.strictEqual((await ended).status.code, 0);
  },
  async headersAndTrailers() {
    const metadata = new grpc.Metadata();
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
    metadata.set('x-echo-initial', 'first');
    metadata.set('x-echo-trailing-bin', bytes);
    const { headers, status } = await unary({}, metadata);
    assert.deepStrictEqual(headers.get('x-echo-initial'), ['first']);
    assert.ok(status.metadata.get('x-echo-trailing-bin')[0].equals(bytes));
  },
  async trailersOfAFailure() {
    const metadata = new grpc.Metadata();
    metadata.set('x-echo-trailing-bin', Buffer.from([1, 2]));
    const { status } = await unary({ fail_code: 10, fail_message: 'no' }, metadata);
    assert.strictEqual(status.code, 10);
    assert.ok(status.metadata.get('x-echo-trailing-bin')[0].equals(Buffer.from([1, 2])));
  },
  async unicodeStatus() {
    const { error } = await unary({ fail_code: 9, fail_message: 'Grüße, 世界 🌍 100 %\n' });
    assert.deepStrictEqual([error.code, error.details], [9, 'Grüße, 世界 🌍 100 %\n']);
  },
  async everyCode() {
    for (let code = 1; code <= 16; code++)
      assert.strictEqual((await unary({ fail_code: code, fail_message: 'x' })).error.code, code);
  },
  async failureAfterReplies() {
    const { replies, status } = await collect(client.Repeat({ count: 3, fail_code: 15 }));
    assert.deepStrictEqual([replies.length, status.code], [2, 15]);
  },
  async deadline() {
    assert.strictEqual((await unary({ pause_milliseconds: 60000 }, undefined, soon())).error.code, 4);
  },
  async deadlineOfAStream() {
    const { status } = await collect(client.Repeat({ count: 1000, pause_milliseconds: 20 }, new grpc.Metadata(), soon()));
    assert.strictEqual(status.code, 4);
  },
  async cancellation() {
    const before = await cancelledCalls();
    const call = client.Repeat({ count: 1000, pause_milliseconds: 20 });
    const ended = collect(call);
    await new Promise((resolve) => call.once('data', resolve));
    call.cancel();
    assert.strictEqual((await ended).status.code, 1);
    await noticed(before);
  },
  async cancellationOfRequests() {
    const before = await cancelledCalls();
    const metadata = new grpc.Metadata();
    metadata.set('x-echo-initial', 'begun');
    const call = client.Talk(metadata);
    const ended = collect(call);
    const begun = new Promise((resolve) => call.once('metadata', resolve));
    // Node ends the stream of requests before it resets it: a method that only read would find the end and be done. This one is busy.
    await new Promise((resolve) => call.write({ pause_milliseconds: 60000 }, resolve));
    await begun;
    call.cancel();
    assert.strictEqual((await ended).status.code, 1);
    await noticed(before);
  },
  async gzip() {
    const compressing = open({ 'grpc.default_compression_algorithm': grpc.compressionAlgorithms.gzip });
    const metadata = new grpc.Metadata();
    metadata.set('x-echo-gzip', '1');
    const { reply } = await unary({ payload: Buffer.alloc(100_000, 1) }, metadata, {}, compressing);
    assert.strictEqual(reply.payload.length, 100_000);
    compressing.close();
  },
  async serverLimit() {
    assert.strictEqual((await unary({ payload: Buffer.alloc(5 << 20) })).error.code, 8);
  },
  async clientLimit() {
    const limited = open({ 'grpc.max_receive_message_length': 1000 });
    assert.strictEqual((await unary({ reply_size: 2000 }, undefined, {}, limited)).error.code, 8);
    limited.close();
  },
  async unimplemented() {
    const call = (done) => client.makeUnaryRequest(
      '/talent.grpc.tests.Echo/Nothing', (value) => value, (value) => value, Buffer.alloc(0), done);
    const error = await new Promise((resolve) => call((failed) => resolve(failed)));
    assert.strictEqual(error.code, 12);
  },
  async manyAtOnce() {
    const calls = Array.from({ length: 200 }, (_, i) => unary({ payload: Buffer.from([i]) }));
    (await Promise.all(calls)).forEach(({ reply }, i) => assert.strictEqual(reply.payload[0], i));
  },
  async healthCheck() {
    const health = new loaded.grpc.health.v1.Health(address, grpc.credentials.createInsecure());
    const ask = (service) => new Promise((resolve) =>
      health.Check({ service }, (error, reply) => resolve(error ? error.code : reply.status)));
    assert.deepStrictEqual([await ask(''), await ask('none')], ['SERVING', 5]);
    const watch = health.Watch({ service: '' });
    watch.on('error', () => {});
    const first = await new Promise((resolve) => watch.once('data', resolve));
    watch.cancel();
    assert.strictEqual(first.status, 'SERVING');
    health.close();
  },
};

(async () => {
  for (const [name, run] of Object.entries(cases)) {
    let timer;
    const limit = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error('hung for 20 s')), 20_000); });
    try {
      await Promise.race([run(), limit]);
      console.log(`ok ${name}`);
    } catch (error) {
      console.log(`failed ${name}: ${String(error.message).replaceAll('\n', ' ')}`);
    } finally {
      clearTimeout(timer);
    }
  }
  process.exit(0);
})();
