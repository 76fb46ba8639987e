"""The messages of echo.proto and health.proto for grpcio without its code generator: declared field by field."""

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

_FIELD = descriptor_pb2.FieldDescriptorProto
_POOL = descriptor_pool.DescriptorPool()


def _declare(file_name, package, messages):
    declared = descriptor_pb2.FileDescriptorProto(name=file_name, package=package, syntax="proto3")
    for name, fields in messages.items():
        message = declared.message_type.add(name=name)
        for number, (field, kind) in enumerate(fields, start=1):
            message.field.add(name=field, number=number, type=kind, label=_FIELD.LABEL_OPTIONAL)
    _POOL.Add(declared)
    factory = message_factory.MessageFactory(_POOL)
    return {name: factory.GetPrototype(_POOL.FindMessageTypeByName(f"{package}.{name}")) for name in messages}


_echo = _declare("echo.proto", "talent.grpc.tests", {
    "EchoRequest": [
        ("payload", _FIELD.TYPE_BYTES), ("count", _FIELD.TYPE_INT32), ("pause_milliseconds", _FIELD.TYPE_INT32),
        ("fail_code", _FIELD.TYPE_INT32), ("fail_message", _FIELD.TYPE_STRING), ("reply_size", _FIELD.TYPE_INT32)],
    "EchoReply": [("payload", _FIELD.TYPE_BYTES), ("index", _FIELD.TYPE_INT32)],
})
# An enum and an int32 are the same on the wire.
_health = _declare("health.proto", "grpc.health.v1", {
    "HealthCheckRequest": [("service", _FIELD.TYPE_STRING)],
    "HealthCheckResponse": [("status", _FIELD.TYPE_INT32)],
})

EchoRequest = _echo["EchoRequest"]
EchoReply = _echo["EchoReply"]
HealthCheckRequest = _health["HealthCheckRequest"]
HealthCheckResponse = _health["HealthCheckResponse"]

SERVING = 1
SERVICE_UNKNOWN = 3
