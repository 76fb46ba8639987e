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


def watch(context):
    """Counts the call should its caller leave before it ends; returns what ends with the call."""
    ended = threading.Event()
    context.add_callback(ended.set)
    return ended


def count():
    global cancelled
    with lock:
        cancelled += 1


def obey(request, context, ended, fails=True):
    if request.pause_milliseconds > 0 and ended.wait(request.pause_milliseconds / 1000):
        count()
        return False
    if fails and request.fail_code != 0:
        context.abort(CODES[request.fail_code], request.fail_message)
    return True


def reply(request, index):
    return EchoReply(payload=bytes(request.reply_size) if request.reply_size > 0 else request.payload, index=index)


def unary(request, context):
    begin(context)
    obey(request, context, watch(context))
    return reply(request, 0)


def each(requests):
    try:
        yield from requests
    except grpc.RpcError:
        count()
        raise


def gather(requests, context):
    begin(context)
    ended = watch(context)
    payloads = []
    for request in each(requests):
        obey(request, context, ended)
        payloads.append(request.payload)
    return EchoReply(payload=b"".join(payloads), index=len(payloads))


def repeat(request, context):
    begin(context)
    ended = watch(context)
    for index in range(request.count):
        if not obey(request, context, ended, fails=index == request.count - 1):
            return
        yield reply(request, index)


def talk(requests, context):
    begin(context)
    ended = watch(context)
    for index, request in enumerate(each(requests)):
        obey(request, context, ended)
        yield reply(request, index)


def count_cancelled(request, context):
    return EchoReply(index=cancelled)


def check(request, context):
    if request.service:
        context.abort(grpc.StatusCode.NOT_FOUND, "unknown service")
    return HealthCheckResponse(status=SERVING)


def watch_health(request, context):
    yield HealthCheckResponse(status=SERVICE_UNKNOWN if request.service else SERVING)
    watch(context).wait()


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
