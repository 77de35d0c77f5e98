using System.Collections.Concurrent;
using PulumiNumbers.Carriers;

namespace PulumiNumbers.Tests.Carriers.Doubles;

/// <summary>Keeps what it hears.</summary>
internal sealed class EventLog : ICarrierEvents
{
    public ConcurrentQueue<CarrierRetry> Retries { get; } = new();

    public ConcurrentQueue<CarrierWait> Waits { get; } = new();

    public ConcurrentQueue<string> Warnings { get; } = new();

    public void Retrying(CarrierRetry retry) => Retries.Enqueue(retry);

    public void Waiting(CarrierWait wait) => Waits.Enqueue(wait);

    public void Warn(string carrier, string message) => Warnings.Enqueue($"{carrier}: {message}");
}
