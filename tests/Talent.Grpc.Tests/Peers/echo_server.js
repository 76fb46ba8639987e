// Serves ../Protos/echo.proto and grpc.health.v1 on a free port of the loopback, prints the port, and ends when its input closes.
'use strict';

const path = require('node:path');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const protos = process.argv[2];
const loaded = grpc.loadPackageDefinition(loader.loadSync(
  ['echo.proto', 'health.proto'].map((file) => path.join(file === 'health.proto' ? process.argv[3] : protos, file)),
  { keepCase: true, enums: String, defaults: true }));
let cancelled = 0;

function begin(call) {
  call.on('cancelled', () => cancelled++);
  const trailing = call.metadata.get('x-echo-trailing-bin')[0];
  const initial = call.metadata.get('x-echo-initial')[0];
  const trailers = new grpc.Metadata();
  if (trailing) trailers.set('x-echo-trailing-bin', trailing);
  if (initial) {
    const headers = new grpc.Metadata();
    headers.set('x-echo-initial', initial);
    call.sendMetadata(headers);
  }
  return trailers;
}

const reply = (request, index) => ({
  payload: request.reply_size > 0 ? Buffer.alloc(request.reply_size) : request.payload,
  index,
});

const failure = (request, trailers) => ({ code: request.fail_code, details: request.fail_message, metadata: trailers });

function pause(call, request) {
  return new Promise((resolve) => {
    const leave = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      call.off('cancelled', leave);
      resolve(true);
    }, request.pause_milliseconds);
    call.once('cancelled', leave);
  });
}

const echo = {
  async Unary(call, callback) {
    const trailers = begin(call);
    if (!await pause(call, call.request)) return;
    if (call.request.fail_code !== 0) callback(failure(call.request, trailers));
    else callback(null, reply(call.request, 0), trailers);
  },

  Gather(call, callback) {
    const trailers = begin(call);
    const payloads = [];
    let failed;
    call.on('data', (request) => {
      payloads.push(request.payload);
      if (request.fail_code !== 0) failed = request;
    });
    call.on('end', () => {
      if (failed) callback(failure(failed, trailers));
      else callback(null, { payload: Buffer.concat(payloads), index: payloads.length }, trailers);
    });
  },

  async Repeat(call) {
    const trailers = begin(call);
    for (let i = 0; i < call.request.count; i++) {
      if (!await pause(call, call.request)) return;
      if (i === call.request.count - 1 && call.request.fail_code !== 0) {
        call.emit('error', failure(call.request, trailers));
        return;
      }
      if (!call.write(reply(call.request, i))) await new Promise((resolve) => call.once('drain', resolve));
    }
    call.end(trailers);
  },

  Talk(call) {
    const trailers = begin(call);
    let index = 0;
    call.on('data', (request) => {
      if (request.fail_code !== 0) call.emit('error', failure(request, trailers));
      else call.write(reply(request, index++));
    });
    call.on('end', () => call.end(trailers));
  },

  CountCancelled(call, callback) {
    callback(null, { payload: Buffer.alloc(0), index: cancelled });
  },
};

const health = {
  Check(call, callback) {
    if (call.request.service === '') callback(null, { status: 'SERVING' });
    else callback({ code: grpc.status.NOT_FOUND, details: 'unknown service' });
  },
  Watch(call) {
    call.write({ status: call.request.service === '' ? 'SERVING' : 'SERVICE_UNKNOWN' });
  },
};

const server = new grpc.Server({
  'grpc.max_receive_message_length': 16 << 20,
  'grpc.max_send_message_length': -1,
});
server.addService(loaded.talent.grpc.tests.Echo.service, echo);
server.addService(loaded.grpc.health.v1.Health.service, health);
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(`PORT ${port}`);
});
process.stdin.on('end', () => process.exit(0)).resume();
