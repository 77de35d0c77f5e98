using Grpc.Core;

namespace PulumiNumbers.Tests.Hardening.Soak;

/// <summary>How an operation ended: with an answer or with an error.</summary>
internal readonly record struct Ending<T>(T? Answer, RpcException? Error)
    where T : class;
