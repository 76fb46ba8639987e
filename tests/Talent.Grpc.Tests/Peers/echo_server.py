"""Serves echo.proto and grpc.health.v1 on a free port of the loopback, prints the port, and ends when its input closes."""

import sys
import threading
from concurrent import futures

import grpc

from echo_messages import (
    SERVICE_UNKNOWN, SERVING, EchoReply, EchoRequest, HealthCheckRequest, HealthCheckResponse)

CODES = {code.value[0]: code for code in grpc.StatusCode}
cancelled = 0
lock = threading.Lock()


def begin(context):
    sent = dict(context.invocation_metadata())
    if "x-echo-trailing-bin" in sent:
        context.set_trailing_metadata((("x-echo-trailing-bin", sent["x-echo-trailing-bin"]),))
    if "x-echo-initial" in sent:
        context.send_initial_metadata((("x-echo-initial", sent["x-echo-initial"]),))


class Watched:
    """A call that is counted as cancelled should it end before its method has finished."""

    def __init__(self, context):
        self.ended = threading.Event()
        self.finished = False
        self.context = context
        context.add_callback(self._end)

    def obey(self, request, fails=True):
        """Waits and fails as the request says; False when the caller has left."""
        if request.pause_milliseconds > 0 and self.ended.wait(request.pause_milliseconds / 1000):
            return False
        if fails and request.fail_code != 0:
            self.finished = True
            self.context.abort(CODES[request.fail_code], request.fail_message)
        return True

    def finish_requests(self):
        """grpcio ends the requests of a cancelled call like complete ones and says so only a moment later."""
        self.finished = not self.ended.wait(0.5)

    def _end(self):
        global cancelled
        self.ended.set()
        if not self.finished:
            with lock:
                cancelled += 1


def reply(request, index):
    return EchoReply(payload=bytes(request.reply_size) if request.reply_size > 0 else request.payload, index=index)


def unary(request, context):
    begin(context)
    call = Watched(context)
    call.obey(request)
    call.finished = not call.ended.is_set()
    return reply(request, 0)


def gather(requests, context):
    begin(context)
    call = Watched(context)
    payloads = []
    for request in requests:
        call.obey(request)
        payloads.append(request.payload)
    call.finish_requests()
    return EchoReply(payload=b"".join(payloads), index=len(payloads))


def repeat(request, context):
    begin(context)
    call = Watched(context)
    for index in range(request.count):
        if not call.obey(request, fails=index == request.count - 1):
            return
        yield reply(request, index)
    call.finished = True


def talk(requests, context):
    begin(context)
    call = Watched(context)
    for index, request in enumerate(requests):
        call.obey(request)
        yield reply(request, index)
    call.finish_requests()


def count_cancelled(request, context):
    return EchoReply(index=cancelled)


def check(request, context):
    if request.service:
        context.abort(grpc.StatusCode.NOT_FOUND, "unknown service")
    return HealthCheckResponse(status=SERVING)


def watch_health(request, context):
    yield HealthCheckResponse(status=SERVICE_UNKNOWN if request.service else SERVING)
    Watched(context).ended.wait()


def handler(kind, method, request=EchoRequest, response=EchoReply):
    return kind(method, request_deserializer=request.FromString, response_serializer=response.SerializeToString)


def main():
    server = grpc.server(
        futures.ThreadPoolExecutor(max_workers=32),
        compression=grpc.Compression.Gzip,
        options=(("grpc.max_receive_message_length", 16 << 20), ("grpc.max_send_message_length", -1)))
    server.add_generic_rpc_handlers((
        grpc.method_handlers_generic_handler("talent.grpc.tests.Echo", {
            "Unary": handler(grpc.unary_unary_rpc_method_handler, unary),
            "Gather": handler(grpc.stream_unary_rpc_method_handler, gather),
            "Repeat": handler(grpc.unary_stream_rpc_method_handler, repeat),
            "Talk": handler(grpc.stream_stream_rpc_method_handler, talk),
            "CountCancelled": handler(grpc.unary_unary_rpc_method_handler, count_cancelled),
        }),
        grpc.method_handlers_generic_handler("grpc.health.v1.Health", {
            "Check": handler(grpc.unary_unary_rpc_method_handler, check, HealthCheckRequest, HealthCheckResponse),
            "Watch": handler(grpc.unary_stream_rpc_method_handler, watch_health, HealthCheckRequest, HealthCheckResponse),
        }),
    ))
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    print(f"PORT {port}", flush=True)
    sys.stdin.read()
    server.stop(grace=None)


main()
