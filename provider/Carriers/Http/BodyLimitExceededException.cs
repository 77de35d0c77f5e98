namespace PulumiNumbers.Carriers.Http;

/// <summary>A carrier's answer is larger than any answer it has reason to give.</summary>
internal sealed class BodyLimitExceededException(long limit) : IOException($"the answer is larger than {limit / (1024 * 1024)} MiB");
