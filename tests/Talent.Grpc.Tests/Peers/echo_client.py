"""Calls the server at the address given and prints a line for each case: "ok NAME" or "failed NAME: why"."""

import queue
import sys
import time
from concurrent import futures

import grpc

from echo_messages import SERVING, EchoReply, EchoRequest, HealthCheckRequest, HealthCheckResponse

ADDRESS = sys.argv[3]
UNLIMITED = (("grpc.max_receive_message_length", -1), ("grpc.max_send_message_length", -1))
CODES = {code.value[0]: code for code in grpc.StatusCode}
LIMIT = 20  # seconds


def method(channel, kind, path, request=EchoRequest, response=EchoReply):
    return getattr(channel, kind)(path, request_serializer=request.SerializeToString, response_deserializer=response.FromString)


class Echo:
    def __init__(self, channel):
        service = "/talent.grpc.tests.Echo/"
        self.unary = method(channel, "unary_unary", service + "Unary")
        self.gather = method(channel, "stream_unary", service + "Gather")
        self.repeat = method(channel, "unary_stream", service + "Repeat")
        self.talk = method(channel, "stream_stream", service + "Talk")
        self.count_cancelled = method(channel, "unary_unary", service + "CountCancelled")
        self.nothing = method(channel, "unary_unary", service + "Nothing")


CHANNEL = grpc.insecure_channel(ADDRESS, options=UNLIMITED)
ECHO = Echo(CHANNEL)


def failure(call, *arguments, **options):
    options.setdefault("timeout", LIMIT)
    try:
        result = call(*arguments, **options)
        for _ in result if hasattr(result, "__iter__") else ():
            pass
    except grpc.RpcError as error:
        return error
    raise AssertionError("the call succeeded")


def cancelled_calls():
    return ECHO.count_cancelled(EchoRequest(), timeout=LIMIT).index


def noticed(before):
    for _ in range(100):
        if cancelled_calls() > before:
            return
        time.sleep(0.05)
    raise AssertionError("the server did not notice the cancellation")


def unary():
    assert ECHO.unary(EchoRequest(payload=b"hello"), timeout=LIMIT).payload == b"hello"


def empty_unary():
    assert ECHO.unary(EchoRequest(), timeout=LIMIT) == EchoReply()


def large_unary():
    payload = bytes(range(256)) * 15_000
    assert ECHO.unary(EchoRequest(payload=payload), timeout=LIMIT).payload == payload


def client_streaming():
    reply = ECHO.gather((EchoRequest(payload=part) for part in (b"a", b"b", b"c")), timeout=LIMIT)
    assert (reply.payload, reply.index) == (b"abc", 3)


def server_streaming():
    replies = list(ECHO.repeat(EchoRequest(count=500, reply_size=100), timeout=LIMIT))
    assert [reply.index for reply in replies] == list(range(500))


def duplex_streaming():
    requests = queue.Queue()
    call = ECHO.talk(iter(requests.get, None), timeout=LIMIT)
    for value in range(50):
        requests.put(EchoRequest(payload=bytes([value])))
        assert next(call).payload == bytes([value])
    requests.put(None)
    assert list(call) == []
    assert call.code() == grpc.StatusCode.OK


def headers_and_trailers():
    sent = bytes(range(256))
    metadata = (("x-echo-initial", "first"), ("x-echo-trailing-bin", sent))
    _, call = ECHO.unary.with_call(EchoRequest(), metadata=metadata, timeout=LIMIT)
    assert dict(call.initial_metadata())["x-echo-initial"] == "first"
    assert dict(call.trailing_metadata())["x-echo-trailing-bin"] == sent


def trailers_of_a_failure():
    error = failure(ECHO.unary, EchoRequest(fail_code=10), metadata=(("x-echo-trailing-bin", b"\1\2"),))
    assert error.code() == grpc.StatusCode.ABORTED
    assert dict(error.trailing_metadata())["x-echo-trailing-bin"] == b"\1\2"


def unicode_status():
    message = "Grüße, 世界 🌍 100 %\n"
    error = failure(ECHO.unary, EchoRequest(fail_code=9, fail_message=message))
    assert (error.code(), error.details()) == (grpc.StatusCode.FAILED_PRECONDITION, message)


def every_code():
    for code in range(1, 17):
        assert failure(ECHO.unary, EchoRequest(fail_code=code)).code() == CODES[code]


def failure_after_replies():
    call = ECHO.repeat(EchoRequest(count=3, fail_code=15), timeout=LIMIT)
    assert [next(call).index, next(call).index] == [0, 1]
    assert failure(lambda timeout: next(call)).code() == grpc.StatusCode.DATA_LOSS


def deadline():
    error = failure(ECHO.unary, EchoRequest(pause_milliseconds=60_000), timeout=0.3)
    assert error.code() == grpc.StatusCode.DEADLINE_EXCEEDED


def deadline_of_a_stream():
    error = failure(ECHO.repeat, EchoRequest(count=1000, pause_milliseconds=20), timeout=0.3)
    assert error.code() == grpc.StatusCode.DEADLINE_EXCEEDED


def cancellation():
    before = cancelled_calls()
    call = ECHO.repeat(EchoRequest(count=1000, pause_milliseconds=20), timeout=LIMIT)
    next(call)
    call.cancel()
    assert call.code() == grpc.StatusCode.CANCELLED
    noticed(before)


def cancellation_of_requests():
    before = cancelled_calls()
    requests = queue.Queue()
    call = ECHO.talk(iter(requests.get, None), timeout=LIMIT)
    requests.put(EchoRequest())
    next(call)
    call.cancel()
    requests.put(None)
    assert call.code() == grpc.StatusCode.CANCELLED
    noticed(before)


def gzip():
    with grpc.insecure_channel(ADDRESS, compression=grpc.Compression.Gzip) as channel:
        request = EchoRequest(payload=bytes(100_000))
        reply = Echo(channel).unary(request, metadata=(("x-echo-gzip", "1"),), timeout=LIMIT)
        assert reply.payload == bytes(100_000)


def server_limit():
    assert failure(ECHO.unary, EchoRequest(payload=bytes(5 << 20))).code() == grpc.StatusCode.RESOURCE_EXHAUSTED


def client_limit():
    with grpc.insecure_channel(ADDRESS, options=(("grpc.max_receive_message_length", 1000),)) as channel:
        error = failure(Echo(channel).unary, EchoRequest(reply_size=2000))
        assert error.code() == grpc.StatusCode.RESOURCE_EXHAUSTED


def unimplemented():
    assert failure(ECHO.nothing, EchoRequest()).code() == grpc.StatusCode.UNIMPLEMENTED


def many_at_once():
    calls = [ECHO.unary.future(EchoRequest(payload=bytes([value])), timeout=LIMIT) for value in range(200)]
    assert [call.result().payload[0] for call in calls] == list(range(200))


def health_check():
    check = method(CHANNEL, "unary_unary", "/grpc.health.v1.Health/Check", HealthCheckRequest, HealthCheckResponse)
    watch = method(CHANNEL, "unary_stream", "/grpc.health.v1.Health/Watch", HealthCheckRequest, HealthCheckResponse)
    assert check(HealthCheckRequest(), timeout=LIMIT).status == SERVING
    assert failure(check, HealthCheckRequest(service="none")).code() == grpc.StatusCode.NOT_FOUND
    call = watch(HealthCheckRequest(), timeout=LIMIT)
    assert next(call).status == SERVING
    call.cancel()


CASES = {
    "unary": unary,
    "emptyUnary": empty_unary,
    "largeUnary": large_unary,
    "clientStreaming": client_streaming,
    "serverStreaming": server_streaming,
    "duplexStreaming": duplex_streaming,
    "headersAndTrailers": headers_and_trailers,
    "trailersOfAFailure": trailers_of_a_failure,
    "unicodeStatus": unicode_status,
    "everyCode": every_code,
    "failureAfterReplies": failure_after_replies,
    "deadline": deadline,
    "deadlineOfAStream": deadline_of_a_stream,
    "cancellation": cancellation,
    "cancellationOfRequests": cancellation_of_requests,
    "gzip": gzip,
    "serverLimit": server_limit,
    "clientLimit": client_limit,
    "unimplemented": unimplemented,
    "manyAtOnce": many_at_once,
    "healthCheck": health_check,
}


def main():
    with futures.ThreadPoolExecutor(max_workers=len(CASES)) as pool:
        for name, run in CASES.items():
            try:
                pool.submit(run).result(timeout=LIMIT + 10)
                print(f"ok {name}", flush=True)
            except BaseException as error:  # pylint: disable=broad-except
                why = f"{type(error).__name__} {error}".replace("\n", " ")
                print(f"failed {name}: {why}", flush=True)


main()
